package org.voicepact.contract.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.platform.control.DatabaseChanges;
import org.voicepact.platform.entity.CommitCount;

/**
 * Whole contracts for those who only look at them. The database is asked which state a contract is in, unless nothing was stored in
 * it since it was asked last, and a contract in a state that was read before is taken from memory; so any number of servers may
 * change it. Not for a transaction that has changed the contract itself.
 */
@Singleton
public class ReadingContracts {

  /** About so many bytes are kept at most. */
  private static final long MOST_BYTES = 32L << 20;

  /** What parties and entities take beside the terms and their canonical form, roughly. */
  private static final int BYTES_BESIDE_TERMS = 4096;

  /** So long at most names and numbers stay in memory that were erased from the database. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final String STATE =
      "SELECT c.id, c.version, c.revision FROM contract c WHERE c.id = ?";

  private final WholeContracts whole;
  private final DatabaseChanges changes;

  // Asked outside of JPA and of any transaction, which cost several times as much. Not shareable: a
  // shareable connection stays with its request until that has ended, and requests that each keep
  // one while they want another wait for each other.
  @Resource(lookup = "jdbc/voicepact", shareable = false)
  private DataSource dataSource;

  private final Cache<String, Known> known = Caffeine.newBuilder()
      .maximumWeight(MOST_BYTES)
      .weigher((String id, Known contract) ->
          BYTES_BESIDE_TERMS + 4 * contract.view.current().termsJson().length())
      .expireAfterWrite(LONGEST)
      .build();

  @Inject
  public ReadingContracts(WholeContracts whole, DatabaseChanges changes) {
    this.whole = whole;
    this.changes = changes;
  }

  /**
   * Which contract, in which of its states.
   *
   * @param stateTag as {@link Contract#stateTag()} makes it
   */
  record State(String id, String stateTag) {

    static State of(String id, int version, long revision) {
      return new State(id, Contract.stateTag(version, revision));
    }
  }

  private static final class Known {

    private final ContractView view;

    /** When it was seen last to be so; unknown until somebody has looked again after it was read. */
    private volatile long mark = CommitCount.UNKNOWN;

    Known(ContractView view) {
      this.view = view;
    }

    boolean isIn(State state) {
      return view.contract().stateTag().equals(state.stateTag());
    }
  }

  /**
   * The contract with its parties, its current version, its deliveries and its dispute.
   *
   * @throws ContractRefusal where there is no such contract
   */
  public ContractView view(ContractId id) {
    Known before = known.getIfPresent(id.value());
    if (before != null && changes.isSameSince(before.mark)) {
      return before.view;
    }
    DatabaseChanges.Marked<Optional<State>> now = changes.read(() -> state(id));
    State state = now.found().orElseThrow(() -> new ContractRefusal(Reason.UNKNOWN_CONTRACT));
    if (before != null && before.isIn(state)) {
      before.mark = now.mark();
      return before.view;
    }
    return Optional.ofNullable(views(List.of(state)).get(state.id()))
        .orElseThrow(() -> new ContractRefusal(Reason.UNKNOWN_CONTRACT));
  }

  private Optional<State> state(ContractId id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(STATE)) {
      statement.setString(1, id.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(State.of(row.getString(1), row.getInt(2), row.getLong(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /** By their ids; one that was deleted meanwhile is missing. A newer state than the wanted one is as good. */
  Map<String, ContractView> views(Collection<State> wanted) {
    Map<String, ContractView> views = new HashMap<>();
    for (State state : wanted) {
      Known before = known.getIfPresent(state.id());
      if (before != null && before.isIn(state)) {
        views.put(state.id(), before.view);
      }
    }
    List<String> missing =
        wanted.stream().map(State::id).filter(id -> !views.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      whole.read(missing).forEach(view -> views.put(view.contract().id().value(), view));
      missing.stream()
          .filter(views::containsKey)
          .forEach(id -> known.put(id, new Known(views.get(id))));
    }
    return views;
  }
}
