package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema says of itself is enough for everyday questions where nobody has taught a word. */
class UntaughtSchemaTest {
    private final LocalEngine engine = new LocalEngine(EngineModels.none());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number of tickets in Rotterdam | JOIN public.hall",
                "how many halls does Grand have? | FROM public.hall",
                "which plays are sequels? | sequel_of IS NOT NULL",
                "enrolled members | left_on IS NULL",
                "members who have closed their account | NOT m.is_active",
                "plays longer than 2 hours | runtime_min > 120",
                "plays longer than 90 minutes | runtime_min > 90",
                "plays that last more than an hour | runtime_min > 60",
                "what is our longest play? | ORDER BY p.runtime_min DESC",
                "snacks in stock | stock_qty > 0",
                "which snacks are sold out? | stock_qty = 0",
                "snacks with a stock below 20, lowest first | ORDER BY s.stock_qty",
                "showings in 2025 | starts_at >= DATE '2025-01-01'",
                "snacks nobody ever bought | NOT EXISTS (SELECT 1 FROM public.snack_sale",
                "title of play 5 | play_id = 5",
                "number of showings per start month | date_trunc('month'",
                "Of the tickets sold in 2025, how many cost more than 10? | count(*)",
                "wich plays are comedies | 'comedy'",
                "who've never bought a ticket | public.ticket",
                "tickets sold in 2025, count only | count(*)",
                "snacks cheaper than the average unit price | SELECT s.snack_name AS snack_name FROM public.snack AS s WHERE",
                "our oldest ticket by sold date | ORDER BY t.sold_at LIMIT 1",
                "showings that ended in 2025, newest first | ORDER BY s.ends_at DESC",
                "number of showings per end month in 2025 | s.ends_at >= DATE '2025-01-01'",
                "free tickets | t.price = 0",
                "best snacks | ORDER BY count(*) DESC NULLS LAST LIMIT 10",
                "our top 3 members | FROM public.ticket AS t JOIN public.member",
                "sites with neither halls nor members | AND NOT EXISTS (SELECT 1 FROM public.member",
                "tickets over 10 pounds | t.price > 10",
                "list all halls with their hall id and number of seats | SELECT h.hall_id AS hall_id, h.seats AS seats FROM",
                "members whose home site comes from Ghent | SELECT m.first_name AS first_name, m.last_name AS last_name FROM",
                "what percentage of showings turned out to be cancelled | FILTER (WHERE s.state = 'cancelled')",
                "plays with drama as their genre | SELECT p.title AS title FROM public.play AS p WHERE p.genre = 'drama'",
                "total site seats | sum(h.seats)",
                "average price of tickets compared by play | GROUP BY",
                "list all showings, newest on top | ORDER BY s.starts_at DESC",
                "snacks with a stock quantity of 1 or 2 | (s.stock_qty = 1 OR s.stock_qty = 2)",
                "which snacks have we run out of? | s.stock_qty = 0",
                "tickets sold in the first half of 2025 | t.sold_at < DATE '2025-07-01'",
                "plays with fewer than 3 tickets | NOT IN (SELECT s.play_id",
                "members still with us | m.left_on IS NULL",
                "who has already left? | m.left_on IS NOT NULL",
                "what is the typical price of a ticket | avg(t.price)",
                "number of showings per start month, latest month first | DESC",
                "tickets sold in 2025, count them per month | count(*) AS number_of_ticket",
                "snacks, lowest stock on top | ORDER BY s.stock_qty",
                "the 3 most recently sold tickets | ORDER BY t.sold_at DESC NULLS LAST LIMIT 3",
                "number of showings per play, cancelled excluded | s.state <> 'cancelled'",
                "which genre sees the most plays | ORDER BY count(*) DESC",
                "average price of tickets per play, sorted from high to low | ORDER BY avg(t.price) DESC"
            })
    void isReadAsPeopleMeanIt(String question, String part) {
        Answers.assertAnswered(question, Theatre.context(), part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total unit price of snacks",
                "how many The Storm do we have?",
                "showings without a play",
                "plays whose sequel is play 3",
                "what do we deliver in Ghent",
                "email all members",
                "free seats",
                "best sites",
                "worst snacks",
                "showings without a play title",
                "how many works by The Storm are there",
                "members who are cancelled",
                "cancelled members",
                "plays by how often they are cancelled",
                "halls still there",
                "drama and comedy plays per runtime",
                "which 2 genres were cancelled"
            })
    void isDeclinedWhereItSaysSomethingElse(String question) {
        Answers.assertDeclined(question, Theatre.context());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tickets in Rotterdam | public.member", "plays longer than 2 hours | > 2"})
    void takesNoWayThatOnlySomeRowsHave(String question, String part) {
        assertThat(engine.propose(Library.question(question), Theatre.context()))
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        found -> assertThat(found.ranked().getFirst().sql().text() + " ")
                                .doesNotContain(part + " "));
    }
}
