package dev.sayql.engine;

/** How text is looked for; case is ignored except by equality. */
enum TextMatch {
    EQUALS("equal"),
    CONTAINS("contain"),
    STARTS_WITH("start with"),
    ENDS_WITH("end with");

    private final String words;

    TextMatch(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
