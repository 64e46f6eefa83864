package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Limits;
import dev.sayql.testkit.SampleDatabase;
import org.junit.jupiter.api.Test;

class ReadOnlyExecutorTest {

    @Test
    void runsAQuery() {
        try (SourcePools pools = Databases.pools(SampleDatabase.reader());
                ReadOnlyExecutor executor = new ReadOnlyExecutor(pools)) {
            Execution done = executor.executeText(
                    SOURCE, "select * from public.orders limit 3", Limits.defaults(), Cancellation.never());
            assertThat(done).isInstanceOf(Execution.Done.class);
        }
    }
}
