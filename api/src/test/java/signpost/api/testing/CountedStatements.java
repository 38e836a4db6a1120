package signpost.api.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Hears what a piece of work asks the database; jobs that run beside it have threads of their own. */
@TestConfiguration
public class CountedStatements {

    private static final ThreadLocal<AtomicInteger> COUNT = new ThreadLocal<>();
    private static volatile @Nullable List<QueryInfo> heard;

    /** How many statements the work takes on this thread. */
    public static int during(Runnable work) {
        COUNT.set(new AtomicInteger());
        try {
            work.run();
            return COUNT.get().get();
        } finally {
            COUNT.remove();
        }
    }

    /** What the requests ask that the work sends. */
    public static List<QueryInfo> ofRequests(Runnable work) {
        var asked = new CopyOnWriteArrayList<QueryInfo>();
        heard = asked;
        try {
            work.run();
            return List.copyOf(asked);
        } finally {
            heard = null;
        }
    }

    @Bean
    static BeanPostProcessor countingOnAThread() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new Counted(pool) : bean;
            }
        };
    }

    private static void count(List<QueryInfo> queries) {
        AtomicInteger count = COUNT.get();
        if (count != null) {
            count.incrementAndGet();
        }
        var asked = heard;
        if (asked != null && Thread.currentThread().getName().startsWith("http-nio")) {
            asked.addAll(queries);
        }
    }

    /** Looks like the pool to Flyway, which derives its own connection from it. */
    private static final class Counted extends HikariDataSource {

        private final DataSource counted;

        Counted(HikariDataSource pool) {
            pool.copyStateTo(this);
            counted = ProxyDataSourceBuilder.create(pool)
                    .afterQuery((execution, queries) -> count(queries))
                    .build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted.getConnection();
        }
    }
}
