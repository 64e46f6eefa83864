import java.util.BitSet;

/** Where a branch goes: to the end of a block, to the start of a loop, or out of the function. Compared by identity. */
final class Label {

    static final int NOTHING = 0x40;

    /** The type of the one value a branch here carries, or {@link #NOTHING}. */
    final int carries;

    /** The locals whose values are still wanted by the code a branch here reaches. */
    final BitSet live = new BitSet();

    Label(int carries) {
        this.carries = carries;
    }

    static Label plain() {
        return new Label(NOTHING);
    }

    boolean carriesValue() {
        return carries != NOTHING;
    }
}
