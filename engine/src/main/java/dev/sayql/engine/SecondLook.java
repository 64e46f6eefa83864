package dev.sayql.engine;

import java.util.List;

/**
 * Looks over a query that was made of a reading, for what the words mean and the query does not say. What is found is noted as a
 * problem or a doubt; a query with a problem is never an answer. A new trap belongs to the look that names what it confuses. For one
 * assembly by one thread.
 */
abstract class SecondLook {
    final Workpiece work;
    final List<Piece> pieces;
    final Chart chart;
    final Knowledge knowledge;
    final Roles roles;
    final Draft draft;
    final Doubts doubts;

    SecondLook(Workpiece work) {
        this.work = work;
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.knowledge = work.knowledge();
        this.roles = work.roles();
        this.draft = work.draft();
        this.doubts = work.doubts();
    }

    /**
     * Notes what is wrong.
     *
     * @param subject the rows that are asked for
     * @param where the conditions on them
     */
    abstract void look(Expression.Range subject, List<Condition> where);
}
