package dev.sayql.engine.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.engine.College;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.SourceWords;
import dev.sayql.engine.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {
    private final LocalEngine engine = new LocalEngine();
    private final SourceWords source = engine.wordsOf(College.context());
    private final ProvenMeaning meaning = new ProvenMeaning(engine);

    private List<String> said(String question) {
        String plain = Asking.withThingsFirst(Asking.plain(question, source), source);
        return new Wording(plain, Tokens.of(plain)).said();
    }

    private Question question(String text) {
        return new Question(
                new QueryId(new UUID(0, 1)),
                College.context().source().team(),
                College.context().source().id(),
                text,
                Optional.empty(),
                true,
                100,
                Instant.parse("2026-03-18T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many happy students are there?|Count the number of happy students.",
                "How many happy students do we have?|What is the number of happy students?",
                "How many kinds of luck exist?|Find the number of kinds of luck.",
                "Find the total number of students|How many students are there in total?",
                "the max luck of students|the maximum luck of students",
                "the min luck and avg luck|the minimum luck and average luck",
                "luck over 1,000|luck over 1000",
                "students with luck higher than 5|students with luck above 5",
                "students with luck smaller than 5|students with luck below 5",
                "students with luck of 3.8 or above|students with luck of at least 3.8",
                "luck greater than or equal to 3.8|luck at least 3.8",
                "students with luck of 3.8 or lower|students with luck of at most 3.8",
                "luck less than or equal to 3.8|luck at most 3.8",
                "luck above the average luck|luck greater than the average luck",
                "lucky in the year of 2009|lucky in 2009",
                "students who won twice|students who won two times",
                "Which student won the largest number of prizes?|Which student won the most prizes?",
                "Which student won the lowest number of prizes?|Which student won the fewest prizes?",
                "students who do not have any luck|students without luck",
                "students who have no luck|students without luck",
                "the luck and how many rites|the luck and the number of rites",
                "rites by order of luck|rites in order of luck",
                "rites sorted by luck descending|rites in descending order of luck",
                "rites ordered by luck|rites sorted by luck",
                "students who have never attended|students who never attended",
                "students who have attended at least two rites|students who attended at least 2 rites",
                "facts regarding luck|facts about luck",
                "the luck across all rites|the luck of all rites",
                "names that contain the substring \"a\"|names containing the letter \"a\"",
                "luck as well as wit|luck and wit",
                "luck and the corresponding wit|luck and the wit",
                "rites located in Rome|rites in Rome",
                "What is the luck and what is the wit?|What are the luck and the wit?",
                "the luck of those students|the luck of students",
                "rites held in the month of May|rites held in May",
                "the student named \"Ada\"|the student whose name is \"Ada\"",
                "For each rite, find the average luck.|Find the average luck for every rite.",
                "rites in decreasing order of luck|rites sorted by luck in descending order",
                "rites in ascending order of luck|rites, sorted by ascending luck",
                "rites in increasing order of luck|rites. Sort the results by luck from low to high",
                "rites in descending order of luck|rites ordered by luck from high to low",
                "rites in descending order|rites sorted descending",
                "rites sorted by luck|rites in the order of luck",
                "rites in alphabetical order of name|rites ordered alphabetically by name",
                "Which student is lucky? Give me the name.|What is the name of the student that is lucky?",
                "Which student is lucky? Give me the student name.|the name of the student who is lucky",
                "the lucky names of the students|the lucky names for all students",
                "What are the names of students sorted by luck?|List the student names sorted by luck",
                "Show the luck of each rite|Show the luck of all rites",
                "students who have luck|students with luck",
                "students whose luck is over 7|students with luck over 7",
                "students who attended some rites|students who attended rites",
                "the luck of 'Ada Byron'|the luck of Ada Byron",
            })
    void whatIsAskedInTwoWaysIsOne(String one, String other) {
        assertThat(said(one)).isEqualTo(said(other));
        assertThat(meaning.areSame(question(one), question(other), College.context()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "average luck by rite|average luck sorted by rite",
                "average luck of each rite|average luck of all rites",
                "luck over 3 weeks|luck of more than 3 weeks",
                "luck of 3 or higher|luck higher than 3",
                "luck above 3|luck below 3",
                "the rite in 2009|the rite after the year 2009",
                "Which student won the largest number of prizes?|Which student won the smallest number of prizes?",
                "students who have no luck|students who have luck",
                "students who have no more than 3 rites|students without 3 rites",
                "students with luck who have wit|students who have wit with luck",
                "students with a pet whose owner is lucky|students whose pet is with a lucky owner",
                "names that contain the word \"a\"|names that contain the letter \"a\"",
                "names that contain the letter \"a\"|names that contain the letter \"b\"",
                "rites in ascending order of luck|rites in descending order of luck",
                "rites in ascending order of luck|rites in ascending order of wit",
                "rites and luck sorted by wit|rites and wit sorted by luck",
                "Which student is lucky? Give me the name.|Which student is lucky? Give me the email.",
                "Which student is lucky? Give me the name.|What is the name of the unlucky student?",
                "Which course has luck? Give me the name of its student.|What is the name of the course that has luck?",
                "the name of the student of the rite|the name of the rite of the student",
                "the description of the course|the courses of the description",
                "the number of phones|the phone number",
                "from Rome to Oslo in 3 rites|from Oslo to Rome in 3 rites",
                "How many lucky students and how many rites are there?|How many lucky rites and how many students are there?",
            })
    void whatIsAskedForIsKept(String one, String other) {
        assertThat(said(one)).isNotEqualTo(said(other));
        assertThat(meaning.areSame(question(one), question(other), College.context()))
                .isFalse();
        assertThat(meaning.areSame(question(other), question(one), College.context()))
                .isFalse();
    }

    /** Whatever a query of both may prove of them, these are two ways of asking. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost per student|cost of student",
                "the total number of credits|the number of credits",
                "students who have closed accounts|students who closed accounts",
                "students with no luck in some rites|students with no luck in rites",
                "the messages for the students|the messages of the students",
                "the lucky students called 'Name'|the lucky students called Name",
                "some of the rites|the rites",
            })
    void whatMayBeAnotherThingIsNotPutIntoOne(String one, String other) {
        assertThat(said(one)).isNotEqualTo(said(other));
    }
}
