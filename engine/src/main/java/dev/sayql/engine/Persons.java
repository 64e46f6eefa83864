package dev.sayql.engine;

import dev.sayql.core.schema.Table;
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
            "crew",
            "joiner",
            "carpenter",
            "cleaner",
            "guard",
            "lifeguard",
            "optometrist",
            "optician",
            "dentist",
            "hygienist",
            "plumber",
            "electrician",
            "fitter",
            "gardener",
            "cook",
            "baker",
            "brewer",
            "translator",
            "interpreter",
            "captain",
            "skipper",
            "sailor",
            "bidder",
            "consignor",
            "auctioneer",
            "surveyor",
            "carer",
            "cashier",
            "clerk",
            "apprentice",
            "trainee",
            "developer",
            "architect",
            "builder",
            "painter",
            "welder",
            "foreman",
            "courier",
            "jockey",
            "farmer",
            "warden",
            "curator",
            "steward",
            "hairdresser",
            "stylist",
            "therapist",
            "counsellor",
            "midwife",
            "paramedic",
            "pharmacist",
            "solicitor",
            "accountant",
            "auditor",
            "salesperson",
            "recruiter",
            "councillor",
            "attendee",
            "delegate",
            "investor",
            "claimant",
            "policyholder",
            "listener",
            "viewer",
            "contestant",
            "competitor",
            "educator");

    private Persons() {}

    /** Whether the word says that somebody is a person: "customer". */
    static boolean isOne(String word) {
        return PERSONS.contains(word);
    }

    static boolean are(Table table) {
        String singular = Stem.of(table.name().name().replaceAll(".*_", ""));
        boolean named = PERSONS.stream().map(Stem::of).anyMatch(singular::equals);
        return named || haveNames(table);
    }

    /** Whether the rows can be companies: clients that have one name only, and no birthday. */
    static boolean mayBeCompanies(Table table) {
        Set<String> either = Set.of("client", "customer", "owner", "tenant", "agent", "broker", "donor", "contact");
        String singular = Stem.of(table.name().name().replaceAll(".*_", ""));
        boolean human = table.columns().stream()
                .map(column -> String.join("_", NamePhrases.wordsOf(column.name(), Set.of())))
                .anyMatch(name -> name.contains("birth") || name.contains("gender") || name.contains("full_name"));
        return either.stream().map(Stem::of).anyMatch(singular::equals) && !haveNames(table) && !human;
    }

    /** Whether the rows have a first name, as people do and companies do not. */
    static boolean haveNames(Table table) {
        return table.columns().stream()
                .map(column -> String.join("_", NamePhrases.wordsOf(column.name(), Set.of())))
                .anyMatch(name -> name.contains("first_name") || name.equals("given_name") || name.equals("forename"));
    }
}
