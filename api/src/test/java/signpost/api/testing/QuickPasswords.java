package signpost.api.testing;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The program's own bcrypt at the least it can cost: a test makes a person or two, and each signs in. */
@TestConfiguration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int LEAST = 4;

    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LEAST)));
    }
}
