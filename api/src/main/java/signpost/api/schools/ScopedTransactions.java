package signpost.api.schools;

import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction by telling PostgreSQL whose rows it may see. INVARIANT: the setting ends with the
 * transaction, so a pooled connection never carries one school's sight to the next user.
 */
@Component("transactionManager")
final class ScopedTransactions extends JdbcTransactionManager {

    private final transient SchoolScope scope;

    ScopedTransactions(DataSource dataSource, SchoolScope scope) {
        super(dataSource);
        this.scope = scope;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (scope.current().isEmpty()) {
            return;
        }
        try {
            tellSchools();
        } catch (SQLException | RuntimeException failure) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not set the schools of the transaction", failure);
        }
    }

    private void tellSchools() throws SQLException {
        if (!(TransactionSynchronizationManager.getResource(obtainDataSource()) instanceof ConnectionHolder holder)) {
            throw new IllegalStateException("A transaction without its connection");
        }
        try (var statement =
                holder.getConnection().prepareStatement("select set_config('signpost.schools', ?, true)")) {
            statement.setString(1, scope.current().stream().map(UUID::toString).collect(Collectors.joining(",")));
            statement.execute();
        }
    }
}
