package pl.zmobridge.torture;

/** What must have become of an order in the end. */
enum Expected {
    /** Paid: one ZMO and one sales document. */
    SOLD("REALISED", 1),
    /** Never paid: one ZMO and no sales document. */
    ISSUED("ISSUED", 0),
    /** Cancelled before it could be sold: no sales document, and no ZMO, or one that an open item names (E1). */
    CANCELLED("CLOSED", 0),
    /** Realised by hand in the ERP before it was paid: the document by hand and no other (S9). */
    SOLD_BY_HAND("REALISED", 1),
    /** Realised by hand, and then cancelled: nothing more, and an open item names the ZMO (E1). */
    SOLD_BY_HAND_AND_CANCELLED("CLOSED", 1),
    /** Changed after it was paid: sold as it is now, or a review says that the document differs (S5). */
    SOLD_AND_CHANGED("REALISED", 1),
    /** Cancelled after it was paid: not sold, or a review says that it was (E6). */
    SOLD_OR_CANCELLED("REALISED", 1);

    private final String state;
    private final int documents;

    Expected(String state, int documents) {
        this.state = state;
        this.documents = documents;
    }

    /** How it must end now that so many documents of it exist. */
    Expected given(int sold) {
        return this != SOLD_OR_CANCELLED ? this : sold == 0 ? CANCELLED : SOLD;
    }

    /** Its state in the register. */
    String state() {
        return state;
    }

    /** How many sales documents it must have. */
    int documents() {
        return documents;
    }

    /** Whether the shop must have been told of a sale. */
    boolean isTold() {
        return state.equals("REALISED");
    }
}
