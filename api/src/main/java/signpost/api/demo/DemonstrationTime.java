package signpost.api.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The clock that everything in the demonstration goes by. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemonstrationTime {

    @Bean
    @Primary
    DemonstrationClock demonstrationClock(@Qualifier("clock") Clock real) {
        return new DemonstrationClock(real);
    }
}
