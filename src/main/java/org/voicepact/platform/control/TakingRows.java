package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Locks rows that any of several servers may work on, without waiting: those that another has at this moment are passed
 * over. They are looked for first and locked then, because H2 locks, and writes, whatever it passes on the way to the
 * first rows of an order; with many that wait each look would cost more than the work.
 */
@Singleton
public class TakingRows {

  private final EntityManager entities;

  @Inject
  public TakingRows(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A table whose rows are taken.
   *
   * @param id the key, in the column {@code id}
   */
  public record Rows<T, K>(Class<T> type, String table, Function<T, K> id) {}

  /**
   * The first that are due and free, in the order of the query.
   *
   * @param due an SQL query of the keys of those that are due at {@code ?1}, in their order
   * @param isDue the same of a row that is locked, which may have changed since
   */
  @Transactional
  public <T, K> List<T> next(
      Rows<T, K> rows, String due, Instant now, Predicate<T> isDue, int most) {
    Set<K> tried = new HashSet<>();
    List<K> found = find(due, now, most);
    while (true) {
      tried.addAll(found);
      Map<K, T> free = free(rows, found);
      List<T> taken =
          found.stream().map(free::get).filter(Objects::nonNull).filter(isDue).toList();
      if (!taken.isEmpty() || found.isEmpty()) {
        return taken;
      }
      // Others have those, or had: with them gone, what follows stands further in front.
      List<K> again = find(due, now, tried.size() + most);
      found = again.stream().filter(id -> !tried.contains(id)).limit(most).toList();
    }
  }

  @SuppressWarnings("unchecked")
  private <K> List<K> find(String due, Instant now, int most) {
    return entities
        .createNativeQuery(due + " FETCH FIRST " + most + " ROWS ONLY")
        .setParameter(1, Timestamp.from(now))
        .getResultList();
  }

  /** Those of the rows that nobody else has, as they are now, by their keys. */
  @Transactional
  public <T, K> Map<K, T> free(Rows<T, K> rows, List<K> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String places = IntStream.rangeClosed(1, ids.size())
        .mapToObj(i -> "?" + i)
        .collect(Collectors.joining(", "));
    Query locking = entities
        .createNativeQuery(
            "SELECT r.* FROM " + rows.table() + " r WHERE r.id IN (" + places
                + ") FOR UPDATE SKIP LOCKED",
            rows.type())
        .setHint("eclipselink.refresh", true);
    for (int i = 0; i < ids.size(); i++) {
      locking.setParameter(i + 1, ids.get(i));
    }
    @SuppressWarnings("unchecked")
    List<T> locked = locking.getResultList();
    return locked.stream().collect(Collectors.toMap(rows.id(), Function.identity()));
  }
}
