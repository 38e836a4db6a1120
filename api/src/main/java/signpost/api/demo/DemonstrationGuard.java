package signpost.api.demo;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import signpost.api.schools.Schools;

/** Keeps the demonstration, with its known passwords, out of a real installation, and real schools out of the demonstration. */
@Component
class DemonstrationGuard implements InitializingBean {

    private final Demonstration demonstration;
    private final Schools schools;
    private final boolean demo;

    DemonstrationGuard(Demonstration demonstration, Schools schools, Environment environment) {
        this.demonstration = demonstration;
        this.schools = schools;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void afterPropertiesSet() {
        boolean marked = demonstration.mark().isPresent();
        if (marked && !demo) {
            throw new WrongDatabase(
                    "This database holds the demonstration, with invented students and known passwords.",
                    "Give Signpost another database for real use, or start it with the profile demo.");
        }
        if (demo && !marked && !schools.ids().isEmpty()) {
            throw new WrongDatabase(
                    "This database holds real schools, and the demonstration needs one of its own.",
                    "Start Signpost without the profile demo, or give the demonstration an empty database.");
        }
    }
}
