package signpost.api;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What others bring is made when first needed, which takes a third off a start. Our own beans and the job scheduler are made
 * at once: they listen, watch and work, and what is wrong with them must show at the start.
 */
@Configuration(proxyBeanMethods = false)
class LazyStart {

    @Bean
    static LazyInitializationExcludeFilter ours() {
        return (name, definition, type) ->
                type.getName().startsWith("signpost.") || type.getName().startsWith("com.github.kagkarlsson.");
    }
}
