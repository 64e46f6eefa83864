package planted;

final class Planted {

    private Planted() {}

    static void refuse(boolean wrong) {
        if (wrong) {
            new IllegalStateException("never thrown");
        }
    }
}
