package dev.sayql.llm;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/** The form of a reply, as providers that can hold their models to one want it. The rules of the prompt say the same. */
final class ReplyForm {

    private ReplyForm() {}

    static JsonSchema schema() {
        JsonSchemaElement texts =
                JsonArraySchema.builder().items(new JsonStringSchema()).build();
        JsonSchemaElement unclear = JsonObjectSchema.builder()
                .addStringProperty("question")
                .addProperty("options", texts)
                .required("question", "options")
                .additionalProperties(false)
                .build();
        return JsonSchema.builder()
                .name("answer")
                .rootElement(JsonObjectSchema.builder()
                        .addProperty("sql", orNull(new JsonStringSchema()))
                        .addProperty("assumptions", texts)
                        .addProperty("unclear", orNull(unclear))
                        .addProperty("declined", orNull(new JsonStringSchema()))
                        .required("sql", "assumptions", "unclear", "declined")
                        .additionalProperties(false)
                        .build())
                .build();
    }

    private static JsonSchemaElement orNull(JsonSchemaElement element) {
        return JsonAnyOfSchema.builder().anyOf(element, new JsonNullSchema()).build();
    }
}
