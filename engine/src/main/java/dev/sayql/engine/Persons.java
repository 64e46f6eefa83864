package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Table;
import java.util.Locale;
import java.util.Set;

/** Tells whether the rows of a table are people. */
final class Persons {
    private static final Set<String> PERSONS = Set.of(
            "user",
            "customer",
            "person",
            "employee",
            "student",
            "member",
            "patient",
            "teacher",
            "author",
            "player",
            "client",
            "staff",
            "physician",
            "doctor",
            "singer",
            "artist",
            "driver",
            "instructor",
            "professor",
            "candidate",
            "visitor",
            "guest",
            "passenger",
            "manager",
            "actor",
            "director",
            "worker",
            "faculty",
            "reviewer",
            "contact",
            "lecturer",
            "trainer",
            "coach",
            "tutor",
            "mentor",
            "nurse",
            "surgeon",
            "volunteer",
            "donor",
            "tenant",
            "owner",
            "resident",
            "borrower",
            "reader",
            "librarian",
            "technician",
            "engineer",
            "operator",
            "mechanic",
            "inspector",
            "supervisor",
            "consultant",
            "representative",
            "agent",
            "broker",
            "adviser",
            "advisor",
            "lawyer",
            "judge",
            "officer",
            "subscriber",
            "participant",
            "pupil",
            "guardian",
            "parent",
            "child",
            "applicant",
            "colleague",
            "buyer",
            "shopper",
            "performer",
            "musician",
            "chef",
            "waiter",
            "referee",
            "pilot",
            "crew");

    private Persons() {}

    static boolean are(Table table) {
        String singular = Stem.of(table.name().name().replaceAll(".*_", ""));
        boolean named = PERSONS.stream().map(Stem::of).anyMatch(singular::equals);
        boolean firstName = table.columns().stream()
                .map(Column::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.contains("first_name") || name.equals("fname") || name.equals("given_name"));
        return named || firstName;
    }
}
