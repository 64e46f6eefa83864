package dev.sayql.core.history;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody called. Holds no question, no SQL, no rows and no secret. Immutable.
 *
 * @param request the id that the reply carries too
 * @param team whose key it was; empty when it was nobody's, or an administrator's
 * @param keyId which key
 * @param address where the call came from
 * @param route the route's pattern, never the path as it was typed
 * @param status of the reply
 * @param query the exchange that it made or concerned
 * @param problem the stable name of what was wrong
 */
public record AuditEntry(
        UUID request,
        Instant at,
        Optional<TeamId> team,
        Optional<String> keyId,
        String address,
        String method,
        String route,
        int status,
        Duration took,
        Optional<QueryId> query,
        Optional<String> problem) {}
