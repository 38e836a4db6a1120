package signpost.api.rulebooks;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link BookInForce} look for changes. Every replica looks for itself, so this is no job that one of them takes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Watching {}
