package signpost.api.deliveries;

import java.util.List;

/** What came of telling Signpost what happened. */
sealed interface Answer {

    /** It counts; or, when something was taken back, this no longer does. */
    record Recorded(Delivery delivery) implements Answer {}

    /** No such recommendation, or it is another school's. */
    record NotFound() implements Answer {}

    /** Something is wrong with what was sent; everything that is. */
    record Refused(List<Wrong> wrong) implements Answer {
        public Refused {
            wrong = List.copyOf(wrong);
        }
    }

    /** It stands so that nothing of the kind can be recorded. */
    record Closed(String because) implements Answer {}

    /** One thing that is wrong: the field as the API names it, and why in the sender's words. */
    record Wrong(String field, String message) {}
}
