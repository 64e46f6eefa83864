package dev.sayql.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Speaks a provider's protocol through LangChain4j, over the client that it is handed for each call: that one client sends,
 * limits and records. Repeats nothing and logs nothing. Thread-safe.
 */
final class Chat {

    private final ModelSettings settings;

    Chat(ModelSettings settings) {
        this.settings = settings;
    }

    /**
     * What a model said. Immutable.
     *
     * @param text empty when it said nothing
     * @param cutShort whether it would have gone on
     * @param refused whether the provider says that the model would not reply
     */
    record Said(String text, boolean cutShort, boolean refused) {}

    /** Endings: what the client throws, and whatever LangChain4j throws for a reply that is none. */
    Said say(Prompt prompt, HttpClientBuilder client) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(prompt.rules()));
        if (!prompt.schema().isEmpty()) {
            messages.add(SystemMessage.from(prompt.schema()));
        }
        messages.add(UserMessage.from(prompt.question()));
        ChatModel model = settings.provider() == ModelSettings.Provider.ANTHROPIC ? anthropic(client) : openAi(client);
        return said(model.chat(ChatRequest.builder().messages(messages).build()));
    }

    private static Said said(ChatResponse response) {
        String text =
                Optional.ofNullable(response.aiMessage()).map(AiMessage::text).orElse("");
        FinishReason reason = response.finishReason();
        // Anthropic's "refusal" has no name of its own in LangChain4j.
        boolean refused = reason == FinishReason.CONTENT_FILTER || reason == FinishReason.OTHER;
        return new Said(text, reason == FinishReason.LENGTH, refused);
    }

    private ChatModel anthropic(HttpClientBuilder client) {
        AnthropicChatModel.AnthropicChatModelBuilder builder = AnthropicChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(settings.address().toString())
                .apiKey(settings.key().map(ModelSettings.Key::value).orElse("none"))
                .modelName(settings.model())
                .maxTokens(settings.outputTokens())
                .cacheSystemMessages(true)
                .maxRetries(0);
        settings.temperature().ifPresent(builder::temperature);
        format().ifPresent(builder::responseFormat);
        return builder.build();
    }

    private ChatModel openAi(HttpClientBuilder client) {
        OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(settings.address().toString())
                .apiKey(settings.key().map(ModelSettings.Key::value).orElse("none"))
                .modelName(settings.model())
                .maxTokens(settings.outputTokens())
                .strictJsonSchema(true)
                .maxRetries(0);
        settings.temperature().ifPresent(builder::temperature);
        format().ifPresent(builder::responseFormat);
        return builder.build();
    }

    private Optional<ResponseFormat> format() {
        return settings.structured()
                ? Optional.of(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(ReplyForm.schema())
                        .build())
                : Optional.empty();
    }
}
