package dev.sayql.server;

import dev.sayql.app.LocalDatabases;
import dev.sayql.app.Secret;
import dev.sayql.embedded.EmbeddedPostgres;
import dev.sayql.embedded.EmbeddedSettings;
import dev.sayql.embedded.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The embedded PostgreSQL as the databases that come with SayQL. Thread-safe. */
public final class EmbeddedDatabases implements LocalDatabases {

    @Override
    public Opened open(Path home, Consumer<String> notices) {
        return new InUse(EmbeddedPostgres.start(EmbeddedSettings.of(home).withProgress(notices)));
    }

    private record InUse(EmbeddedPostgres postgres) implements Opened {

        @Override
        public Address system() {
            return address(postgres.system());
        }

        @Override
        public Address sample() {
            return address(postgres.sample());
        }

        @Override
        public String sampleSemantics() {
            try (InputStream file = EmbeddedPostgres.class.getResourceAsStream("ecommerce/semantics.yaml")) {
                if (file == null) {
                    throw new IllegalStateException("ecommerce/semantics.yaml is not packed");
                }
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean revive() {
            return postgres.revive();
        }

        @Override
        public void close() {
            postgres.close();
        }

        private static Address address(Endpoint endpoint) {
            return new Address(
                    endpoint.host(),
                    endpoint.port(),
                    endpoint.database(),
                    endpoint.user(),
                    new Secret(endpoint.password()));
        }
    }
}
