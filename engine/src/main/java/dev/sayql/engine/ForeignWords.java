package dev.sayql.engine;

import java.util.List;
import java.util.Set;

/** Recognises questions in German, French, Spanish, Portuguese, Italian and Dutch by their small words and by what is asked for most. */
final class ForeignWords {
    /** Two of them are no chance: a single one may be a name, as in "Los Angeles". */
    private static final int ENOUGH = 2;
    /** In fewer words than these one of them is enough, where another is unknown too. */
    private static final int SHORT = 4;

    // spotless:off
    /** Small words; written with a capital they may belong to a name. */
    private static final Set<String> SMALL = Set.of(
            "alle", "aller", "allen", "der", "dem", "des", "das", "ein", "eine", "einen", "und", "oder", "nicht", "mit", "ohne",
            "nach", "im", "für", "fuer", "haben", "wir", "sind", "ist", "von", "vom", "zum", "mir", "uns", "letzten",
            "letzte", "les", "du", "aux", "avec", "dans", "nous", "sont", "sur", "une", "tous", "toutes", "chaque",
            "dernier", "los", "las", "del", "por", "para", "cada", "todos", "todas", "tenemos", "último", "ultimo", "gli",
            "dei", "delle", "della", "abbiamo", "sono", "ogni", "tutti", "tutte", "het", "een", "voor", "hebben", "zijn", "elke", "vorige",
            "os", "dos", "temos", "não", "nao");
    /** Words that ask, and nouns that no English question has. */
    private static final Set<String> TELLING = Set.of(
            "wie", "viele", "wieviele", "wieviel", "welche", "welcher", "welches", "zeige", "zeig", "liste", "umsatz", "kunden",
            "bestellungen", "rechnungen", "mitarbeiter", "durchschnitt", "gesamtumsatz", "monat", "jahr", "anzahl", "summe", "preis",
            "combien", "quel", "quelle", "quels", "quelles", "montre", "montrez", "affiche", "commandes", "chiffre", "ventes", "mois",
            "cuántos", "cuantos", "cuántas", "cuantas", "cuál", "cual", "qué", "muestra", "muéstrame", "pedidos", "clientes", "ventas",
            "ingresos", "quanti", "quante", "quale", "quali", "mostra", "mostrami", "ordini", "clienti", "vendite", "fatturato", "hoeveel",
            "welke", "toon", "klanten", "bestellingen", "omzet", "quantos", "quantas", "mostre", "vendas", "faturamento");
    // spotless:on

    private ForeignWords() {}

    /** Two of them, one of which nobody says in English. */
    static boolean areMany(List<Token> tokens, Lexicon lexicon) {
        List<Token> unknown = tokens.stream()
                .filter(token ->
                        !token.quoted() && lexicon.startingWith(token.stem()).isEmpty())
                .toList();
        long telling =
                unknown.stream().filter(token -> TELLING.contains(token.word())).count();
        long small = unknown.stream()
                .filter(token -> SMALL.contains(token.word()) && token.text().equals(token.word()))
                .count();
        boolean brief = tokens.size() < SHORT && unknown.size() >= ENOUGH;
        return telling > 0 && (telling + small >= ENOUGH || brief);
    }
}
