package dev.sayql.llm;

import dev.sayql.core.history.EgressLog;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps calls in memory, in the order in which they were kept. */
final class KeptCalls implements EgressLog {

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final Map<UUID, End> ends = new ConcurrentHashMap<>();
    final Map<UUID, BigDecimal> counted = new ConcurrentHashMap<>();
    volatile boolean available = true;

    @Override
    public synchronized boolean keep(Call call, BigDecimal most, BigDecimal budget) {
        if (!available) {
            throw new HistoryUnavailableException(new IllegalStateException("down"));
        }
        if (all().add(most).compareTo(budget) > 0) {
            return false;
        }
        calls.add(call);
        counted.put(call.id(), most);
        return true;
    }

    @Override
    public void ended(UUID call, End end) {
        ends.put(call, end);
        counted.put(call, end.counted());
    }

    @Override
    public List<Entry> latest(TeamId team, Optional<QueryId> query, int most) {
        return calls.reversed().stream()
                .map(call -> new Entry(call, Optional.ofNullable(ends.get(call.id()))))
                .toList();
    }

    @Override
    public BigDecimal counted(TeamId team, YearMonth month) {
        return all();
    }

    private BigDecimal all() {
        return counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The outcome of each call. */
    List<String> outcomes() {
        return calls.stream()
                .map(call -> Optional.ofNullable(ends.get(call.id()))
                        .map(End::outcome)
                        .orElse("underway"))
                .toList();
    }
}
