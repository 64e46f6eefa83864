package dev.sayql.engine;

import dev.sayql.core.generation.Trials;
import java.time.LocalDate;
import java.util.List;

/** What becomes of a question that stands for itself, with what was learned where there is any. For one question at a time. */
final class Deciding {
    private final EngineModels models;
    private final Knowledge knowledge;
    private final Trials trials;

    Deciding(EngineModels models, Knowledge knowledge, Trials trials) {
        this.models = models;
        this.knowledge = knowledge;
        this.trials = trials;
    }

    Judging.Judgement of(String text, LocalDate today) {
        Heard heard = Heard.of(text, today, knowledge);
        Whole whole = Whole.of(heard, knowledge);
        return models.canRank() && heard instanceof Heard.Words words
                ? new Judging(models, knowledge, text, words).of(whole, trials)
                : Judging.unchanged(whole);
    }

    /** The meanings that a person would choose from if nothing were probable enough; empty when there is no doubt. */
    List<Option> options(String text, LocalDate today) {
        Heard heard = Heard.of(text, today, knowledge);
        return models.canRank() && heard instanceof Heard.Words words
                ? new Judging(models, knowledge, text, words).options(Whole.of(heard, knowledge))
                : List.of();
    }
}
