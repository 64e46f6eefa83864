package dev.sayql.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the engine's thesaurus from WordNet's database files. */
@Command(
        name = "thesaurus",
        description = "Writes the words of one meaning, and wider and narrower ones, from WordNet's database files.",
        mixinStandardHelpOptions = true)
final class ThesaurusCommand implements Callable<Integer> {

    @Option(
            names = "--wordnet",
            required = true,
            description = "The folder with data.noun, index.noun and index.sense.")
    private Path wordNet = Path.of("");

    @Option(names = "--out", required = true, description = "The file that gets them, compressed.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(out))) {
            for (String line : WordNet.read(wordNet).lines()) {
                stream.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        return 0;
    }
}
