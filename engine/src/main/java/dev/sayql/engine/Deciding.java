package dev.sayql.engine;

import java.time.LocalDate;

/** What becomes of a question that stands for itself, with what was learned where there is any. Immutable. */
final class Deciding {
    private final EngineModels models;
    private final Knowledge knowledge;

    Deciding(EngineModels models, Knowledge knowledge) {
        this.models = models;
        this.knowledge = knowledge;
    }

    Judging.Judgement of(String text, LocalDate today) {
        Heard heard = Heard.of(text, today, knowledge);
        Whole whole = Whole.of(heard, knowledge);
        return models.canRank() && heard instanceof Heard.Words words
                ? new Judging(models, knowledge, words).of(whole)
                : Judging.unchanged(whole);
    }
}
