package dev.sayql.jdbc;

/** How a connection is protected on its way. Immutable. */
public record Encryption(SslMode mode, ChannelBinding channelBinding) {

    /** What is done when nothing is said. */
    public static Encryption usual() {
        return new Encryption(SslMode.PREFER, ChannelBinding.PREFER);
    }
}
