package dev.sayql.engine;

import java.util.List;
import java.util.Set;

/** Recognises questions in German, French, Spanish, Portuguese, Italian and Dutch by their small words and by what is asked for most. */
final class ForeignWords {
    /** Two of them are no chance: a single one may be a name, as in "Los Angeles". */
    private static final int ENOUGH = 2;

    // spotless:off
    /** Small words; written with a capital they may belong to a name. */
    private static final Set<String> SMALL = Set.of(
            "alle", "aller", "allen", "der", "dem", "den", "des", "das", "ein", "eine", "einen", "und", "oder", "nicht", "mit", "ohne",
            "nach", "pro", "im", "für", "fuer", "haben", "hat", "wir", "sind", "ist", "von", "vom", "zum", "mir", "uns", "letzten",
            "letzte", "les", "du", "aux", "avec", "pour", "dans", "nous", "sont", "est", "sur", "par", "une", "tous", "toutes", "chaque",
            "dernier", "los", "las", "del", "por", "con", "para", "cada", "todos", "todas", "tenemos", "hay", "último", "ultimo", "gli",
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

    static boolean areMany(List<Token> tokens, Lexicon lexicon) {
        return tokens.stream()
                        .filter(token -> !token.quoted())
                        .filter(token -> TELLING.contains(token.word())
                                || (SMALL.contains(token.word()) && token.text().equals(token.word())))
                        .filter(token -> lexicon.startingWith(token.stem()).isEmpty())
                        .count()
                >= ENOUGH;
    }
}
