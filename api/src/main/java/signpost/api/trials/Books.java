package signpost.api.trials;

import signpost.engine.evaluation.Recommender;

/** The two books of a trial, ready to judge. */
record Books(Recommender inForce, Recommender draft) {

    /** Whether either asks what earlier terms left behind, or reads facts in other words than the other. */
    boolean readAlike() {
        return inForce.book()
                        .vocabulary()
                        .byTopic()
                        .equals(draft.book().vocabulary().byTopic())
                && inForce.book().asksOfEarlierTerms() == draft.book().asksOfEarlierTerms();
    }

    /** Names both by what is in them. */
    String digests() {
        return inForce.book().digest() + " " + draft.book().digest();
    }

    /** What an intervention is called, by the draft where it knows it. */
    String title(String intervention) {
        return draft.book()
                .catalogue()
                .intervention(intervention)
                .or(() -> inForce.book().catalogue().intervention(intervention))
                .map(found -> found.title())
                .orElse(intervention);
    }
}
