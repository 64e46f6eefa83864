package dev.sayql.jdbc;

/** Who named a source; decides which addresses may be dialled for it. */
public sealed interface Origin {

    /** Whoever runs this program, on a machine of their own: they could dial any address themselves. */
    record Operator() implements Origin {}

    /**
     * A team that this server answers to. Whatever it names, our network must not become its way in.
     *
     * @param addresses what may be dialled
     */
    record Team(AddressPolicy addresses) implements Origin {}
}
