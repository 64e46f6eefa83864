package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.KeyState;
import dev.sayql.core.team.Keys;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.core.team.Teams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Teams, keys and limits, for administrators. Thread-safe. */
final class AdminCalls {

    private static final int ONE_DAY = 86_400;
    private static final int THIRTY_DAYS = 30 * ONE_DAY;

    private final Teams teams;
    private final Keys keys;
    private final String environment;
    private final Clock clock;

    /** @param environment what new keys say they are for: dev, prod */
    AdminCalls(Teams teams, Keys keys, String environment, Clock clock) {
        this.teams = teams;
        this.keys = keys;
        this.environment = environment;
        this.clock = clock;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.administer("GET", "/admin/teams", request -> list()),
                reception.administer("POST", "/admin/teams", this::create),
                reception.administer("GET", "/admin/teams/{team}", request -> of(request, AdminCalls::shown)),
                reception.administer("PUT", "/admin/teams/{team}", request -> changed(request, AdminCalls::described)),
                reception.administer(
                        "PUT", "/admin/teams/{team}/limits", request -> changed(request, AdminCalls::limited)),
                reception.administer("GET", "/admin/teams/{team}/keys", request -> of(request, this::keys)),
                reception.administer("POST", "/admin/teams/{team}/keys", this::issue),
                reception.administer("DELETE", "/admin/teams/{team}/keys/{key}", this::revoke),
                reception.administer("POST", "/admin/teams/{team}/keys/{key}/rotate", this::rotate));
    }

    /** How much a team may ask, on the wire. */
    record LimitsObject(int perMinute, int burst, int monthly, int running, int queued) {}

    /** A team on the wire. */
    record TeamObject(
            String id, String name, @Nullable String contact, boolean active, LimitsObject limits, String createdAt) {

        static TeamObject of(Team team) {
            TeamLimits limits = team.limits();
            return new TeamObject(
                    team.id().value(),
                    team.name(),
                    team.contact().orElse(null),
                    team.active(),
                    new LimitsObject(
                            limits.perMinute(), limits.burst(), limits.monthly(), limits.running(), limits.queued()),
                    team.created().toString());
        }
    }

    /** All teams. */
    record TeamsObject(List<TeamObject> teams) {}

    /** A key without its secret. */
    record KeyObject(
            String id,
            String environment,
            String label,
            String createdAt,
            @Nullable String lastUsedAt,
            @Nullable String expiresAt,
            @Nullable String revokedAt,
            boolean valid) {

        static KeyObject of(KeyState key, Instant now) {
            return new KeyObject(
                    key.id(),
                    key.environment(),
                    key.label(),
                    key.created().toString(),
                    key.lastUsed().map(Instant::toString).orElse(null),
                    key.expires().map(Instant::toString).orElse(null),
                    key.revoked().map(Instant::toString).orElse(null),
                    key.isValidAt(now));
        }
    }

    /** All keys of a team. */
    record KeysObject(List<KeyObject> keys) {}

    /** A key that was just made. */
    record IssuedObject(String id, String key) {
        static IssuedObject of(IssuedKey key) {
            return new IssuedObject(key.id(), key.text());
        }

        @Override
        public String toString() {
            return "IssuedObject[id=" + id + "]";
        }
    }

    private Reply list() {
        return Reply.json(
                200, new TeamsObject(teams.list().stream().map(TeamObject::of).toList()));
    }

    private static Reply shown(Team team) {
        return Reply.json(200, TeamObject.of(team));
    }

    private Reply of(Request request, Function<Team, Reply> call) {
        return Ids.team(request.pathParameter("team"))
                .flatMap(teams::find)
                .map(call)
                .orElseGet(AdminCalls::unknownTeam);
    }

    private static Reply unknownTeam() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is no such team.").reply();
    }

    private static Reply unknownKey() {
        return ProblemDetails.of(Kind.NOT_FOUND, "This team has no such key.").reply();
    }

    private Reply create(Request request) {
        Optional<Fields> parsed = Fields.of(request.body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        String text = fields.requiredText("id", 63);
        Optional<TeamId> id = Ids.team(text);
        if (id.isEmpty() && !text.isEmpty()) {
            fields.wrong("id", "id must be lower-case letters, digits and dashes, at most 63 characters.");
        }
        Optional<String> name = fields.optionalText("name", Team.MOST_CHARACTERS);
        Optional<String> contact = fields.optionalText("contact", Team.MOST_CHARACTERS);
        TeamLimits limits = nested(fields, TeamLimits.defaults());
        List<FieldProblem> problems = fields.problems();
        if (id.isEmpty() || !problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        Team team = new Team(id.get(), name.orElse(id.get().value()), contact, limits, true, clock.instant());
        if (!teams.create(team)) {
            return ProblemDetails.of(Kind.CONFLICT, "There is a team with this id already.")
                    .reply();
        }
        return Reply.json(201, TeamObject.of(teams.find(team.id()).orElse(team)));
    }

    private static TeamLimits nested(Fields fields, TeamLimits before) {
        if (!fields.has("limits")) {
            return before;
        }
        Optional<Fields> limits = fields.json("limits").flatMap(node -> Fields.of(node.toString()));
        if (limits.isEmpty()) {
            fields.wrong("limits", "limits must be an object.");
            return before;
        }
        TeamLimits read = limits(limits.get(), before);
        limits.get().problems().forEach(problem -> fields.wrong("limits." + problem.field(), problem.message()));
        return read;
    }

    private static TeamLimits limits(Fields fields, TeamLimits before) {
        return new TeamLimits(
                fields.number("per_minute", 1, TeamLimits.MOST, before.perMinute()),
                fields.number("burst", 1, TeamLimits.MOST, before.burst()),
                fields.number("monthly", 0, TeamLimits.MOST, before.monthly()),
                fields.number("running", 1, TeamLimits.MOST, before.running()),
                fields.number("queued", 0, TeamLimits.MOST, before.queued()));
    }

    private static Team described(Fields fields, Team team) {
        String name = fields.optionalText("name", Team.MOST_CHARACTERS).orElse(team.name());
        Optional<String> contact =
                fields.optionalText("contact", Team.MOST_CHARACTERS).or(team::contact);
        boolean active = fields.flag("active", team.active());
        return new Team(team.id(), name, contact, team.limits(), active, team.created());
    }

    private static Team limited(Fields fields, Team team) {
        return team.withLimits(limits(fields, team.limits()));
    }

    private Reply changed(Request request, BiFunction<Fields, Team, Team> change) {
        Optional<Fields> fields = Fields.of(request.body());
        if (fields.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        return of(request, team -> {
            Team after = change.apply(fields.get(), team);
            List<FieldProblem> problems = fields.get().problems();
            if (!problems.isEmpty()) {
                return ProblemDetails.fields(problems).reply();
            }
            return teams.change(after) ? shown(after) : unknownTeam();
        });
    }

    private Reply keys(Team team) {
        Instant now = clock.instant();
        return Reply.json(
                200,
                new KeysObject(keys.list(team.id()).stream()
                        .map(key -> KeyObject.of(key, now))
                        .toList()));
    }

    private Reply issue(Request request) {
        Optional<Fields> parsed = Fields.of(request.body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        String label = parsed.get().requiredText("label", 200);
        List<FieldProblem> problems = parsed.get().problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        return of(request, team -> Reply.json(201, IssuedObject.of(keys.issue(team.id(), environment, label))));
    }

    private Reply revoke(Request request) {
        return of(
                request, team -> keys.revoke(team.id(), request.pathParameter("key")) ? Reply.nothing() : unknownKey());
    }

    private Reply rotate(Request request) {
        Optional<Fields> parsed = Fields.of(request.body().isBlank() ? "{}" : request.body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        int overlap = parsed.get().number("overlap_seconds", 0, THIRTY_DAYS, ONE_DAY);
        List<FieldProblem> problems = parsed.get().problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        return of(
                request,
                team -> keys.rotate(team.id(), request.pathParameter("key"), Duration.ofSeconds(overlap))
                        .map(key -> Reply.json(201, IssuedObject.of(key)))
                        .orElseGet(AdminCalls::unknownKey));
    }
}
