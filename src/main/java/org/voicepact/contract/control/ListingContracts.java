package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.voicepact.contract.control.ReadingContracts.State;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Turn;
import org.voicepact.platform.control.QueryConditions;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Lists contracts, the newest first, in pages. A page costs two SQL statements, whatever its length: the count, and
 * which contracts are on the page; and three more where one of them is not known as it is now.
 */
@Singleton
public class ListingContracts {

  private static final String WITH_WORDS = "(LOWER(c.id) LIKE :words ESCAPE '!'"
      + " OR EXISTS (SELECT p.id FROM Party p WHERE p.contract = c AND LOWER(p.name) LIKE :words ESCAPE '!')"
      + " OR EXISTS (SELECT v.number FROM ContractVersion v WHERE v.contractId = c.id AND v.number = c.version"
      + " AND LOWER(v.product) LIKE :words ESCAPE '!'))";

  private final EntityManager entities;
  private final ReadingContracts reading;

  @Inject
  public ListingContracts(EntityManager entities, ReadingContracts reading) {
    this.entities = entities;
    this.reading = reading;
  }

  /**
   * Which contracts are wanted; an empty filter lets all through.
   *
   * @param words that stand in the id, in a party's name or in the present product; capitals do not matter
   * @param turn of whom it is now
   */
  public record Filter(
      Optional<ContractStatus> status,
      Optional<ContractType> type,
      Optional<PhoneNumber> phone,
      Optional<Instant> createdAfter,
      Optional<Instant> createdBefore,
      Optional<String> words,
      Optional<Turn> turn) {

    public static final Filter ALL = new Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Which part of the list is wanted.
   *
   * @param after the last contract of the page before, where there was one
   * @param offset how many to leave out, for callers that page by number
   */
  public record Window(Optional<Position> after, int offset, int limit) {}

  /** A place in the list. */
  public record Position(Instant createdAt, String id) {}

  /**
   * @param total how many contracts match, on all pages
   * @param last the place of the page's last contract, where another page follows
   */
  public record Page(List<ContractView> contracts, long total, Optional<Position> last) {}

  @Transactional
  public Page list(Filter filter, Window window) {
    QueryConditions matching = matching(filter);
    long total = matching
        .apply(
            entities.createQuery("SELECT COUNT(c) FROM Contract c" + matching.where(), Long.class))
        .getSingleResult();
    QueryConditions visible = window.after().map(last -> after(matching, last)).orElse(matching);
    List<Object[]> found = visible
        .apply(entities.createQuery(
            "SELECT c.id, c.version, c.revision FROM Contract c" + visible.where()
                + " ORDER BY c.createdAt DESC, c.id DESC",
            Object[].class))
        .setFirstResult(window.offset())
        .setMaxResults(window.limit() + 1)
        .getResultList();
    List<State> onPage =
        found.stream().limit(window.limit()).map(ListingContracts::state).toList();
    Map<String, ContractView> views = reading.views(onPage);
    List<ContractView> page = onPage.stream()
        .map(state -> views.get(state.id()))
        .filter(Objects::nonNull)
        .toList();
    Optional<Position> last = found.size() > window.limit()
        ? Optional.of(page.get(page.size() - 1).contract())
            .map(c -> new Position(c.createdAt(), c.id().value()))
        : Optional.empty();
    return new Page(page, total, last);
  }

  private static State state(Object[] row) {
    return State.of((String) row[0], (int) row[1], (long) row[2]);
  }

  private static QueryConditions matching(Filter filter) {
    QueryConditions conditions = new QueryConditions();
    filter.status().ifPresent(status -> conditions.add("c.status = :status", "status", status));
    filter.type().ifPresent(type -> conditions.add("c.type = :type", "type", type));
    filter
        .createdAfter()
        .ifPresent(time -> conditions.add("c.createdAt > :createdAfter", "createdAfter", time));
    filter
        .createdBefore()
        .ifPresent(time -> conditions.add("c.createdAt < :createdBefore", "createdBefore", time));
    filter.words().ifPresent(words -> conditions.add(WITH_WORDS, "words", anywhere(words)));
    filter.turn().ifPresent(turn -> WhoseTurn.narrow(conditions, turn));
    filter
        .phone()
        .ifPresent(phone -> conditions.add(
            "c.id IN (SELECT p.contract.id FROM Party p WHERE p.phone = :phone)",
            "phone",
            phone.e164()));
    return conditions;
  }

  /** The pattern of texts that have these words in them, whatever signs are among the words. */
  private static String anywhere(String words) {
    return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  private static QueryConditions after(QueryConditions matching, Position last) {
    QueryConditions both = matching.copy();
    // The first half alone lets the database start at the right place of the index.
    both.add("c.createdAt <= :lastTime", "lastTime", last.createdAt());
    both.add("(c.createdAt < :lastTime OR c.id < :lastId)", "lastId", last.id());
    return both;
  }
}
