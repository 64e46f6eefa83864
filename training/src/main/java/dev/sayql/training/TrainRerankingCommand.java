package dev.sayql.training;

import dev.sayql.embedding.MiniLmCrossEncoder;
import dev.sayql.engine.EngineModels;
import dev.sayql.engine.learned.TreeEnsemble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns the order of candidates of which the likeliest were read together with their question, and how surely the first is right then. Each half
 * of the training databases is read by what the other half taught.
 */
@Command(
        name = "train-reranking",
        description = "Learns to rank candidates that were read, from those that 'train' kept.",
        mixinStandardHelpOptions = true)
final class TrainRerankingCommand implements Callable<Integer> {

    @Option(names = "--kept", required = true, description = "The folder with the candidates and the halves' weights.")
    private Path kept = Path.of("");

    @Option(names = "--out", required = true, description = "The folder with the models, which gets three more.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException {
        KeptGroups groups = new KeptGroups(Optional.of(kept));
        List<Groups> halves = List.of(groups.known(KeptGroups.half(0)), groups.known(KeptGroups.half(1)));
        Groups own = groups.known(KeptGroups.OWN);
        Groups tune = groups.known(KeptGroups.TUNE);
        TreeEnsemble firstOfOwn = ReadGroups.orderOfOwn(halves, tune);
        Groups read = new Groups();
        Groups ownRead = new Groups();
        for (int half = 0; half < 2; half++) {
            TreeEnsemble first = ReadGroups.orderOfHalf(half, halves);
            Path other = kept.resolve(CrossEncoderFiles.half(1 - half));
            read.addAll(read(halves.get(half), first, other));
            ownRead.addAll(read(ReadGroups.half(own, half), firstOfOwn, other));
            say("half %d is read".formatted(half));
        }
        Path weights = out.resolve(CrossEncoderFiles.BOTH);
        TreeEnsemble first = first();
        Groups tuneRead = read(tune, first, weights);
        Groups heldRead = read(groups.known(KeptGroups.CALIBRATE), first, weights);
        Ranking ranking = Ranking.learned(read, ownRead, tuneRead);
        write(EngineModels.RERANKING, ranking.trees());
        write(EngineModels.RERANKED_SURENESS, ranking.sureness());
        write(EngineModels.RERANKED_TRIED, ranking.tried());
        say("tune fold: right %.3f, before %.3f"
                .formatted(tuneRead.accuracy(scores(tuneRead, ranking.trees())), tune.accuracy(scores(tune, first))));
        Groups held = Ranking.triedWinners(heldRead, ranking.trees());
        say("on held-out databases: said to be right %.3f, right %.3f"
                .formatted(Arrays.stream(ranking.probabilities(held)).average().orElse(0), held.share()));
        return 0;
    }

    private static Groups read(Groups groups, TreeEnsemble first, Path weights) {
        if (!Files.exists(weights)) {
            throw new IllegalArgumentException(weights + " is missing; './sayql train-encoder' makes it.");
        }
        try (MiniLmCrossEncoder encoder = MiniLmCrossEncoder.of(weights)) {
            return new ReadGroups(first, encoder).of(groups);
        }
    }

    private static double[] scores(Groups groups, TreeEnsemble trees) {
        double[] scores = new double[groups.size()];
        Arrays.setAll(scores, row -> trees.score(groups.row(row)));
        return scores;
    }

    private TreeEnsemble first() throws IOException {
        try (InputStream stream = Files.newInputStream(out.resolve(EngineModels.RANKING))) {
            return TreeEnsemble.read(stream);
        }
    }

    private void write(String name, TreeEnsemble trees) throws IOException {
        try (OutputStream stream = Files.newOutputStream(out.resolve(name))) {
            trees.write(stream);
        }
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
