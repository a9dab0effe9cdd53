package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Lists contracts, the newest first, in pages. A page costs four SQL statements, whatever its length:
 * contracts, their parties, their current versions, and the count.
 */
@Singleton
public class ListingContracts {

  private final EntityManager entities;

  @Inject
  public ListingContracts(EntityManager entities) {
    this.entities = entities;
  }

  /** Which contracts are wanted; an empty filter lets all through. */
  public record Filter(
      Optional<ContractStatus> status,
      Optional<ContractType> type,
      Optional<PhoneNumber> phone,
      Optional<Instant> createdAfter) {}

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
    Conditions matching = matching(filter);
    long total =
        matching.apply(entities.createQuery("SELECT COUNT(c) FROM Contract c" + matching.where(), Long.class))
            .getSingleResult();
    Conditions visible = window.after().map(matching::after).orElse(matching);
    List<Contract> found =
        visible
            .apply(
                entities.createQuery(
                    "SELECT c FROM Contract c" + visible.where() + " ORDER BY c.createdAt DESC, c.id DESC",
                    Contract.class))
            .setFirstResult(window.offset())
            .setMaxResults(window.limit() + 1)
            .setHint("eclipselink.batch.type", "IN")
            .setHint("eclipselink.batch", "c.parties")
            .getResultList();
    List<Contract> page = found.subList(0, Math.min(found.size(), window.limit()));
    Optional<Position> last =
        found.size() > window.limit()
            ? Optional.of(page.get(page.size() - 1)).map(c -> new Position(c.createdAt(), c.id().value()))
            : Optional.empty();
    return new Page(withCurrentVersions(page), total, last);
  }

  private List<ContractView> withCurrentVersions(List<Contract> contracts) {
    if (contracts.isEmpty()) {
      return List.of();
    }
    Map<String, ContractVersion> versions =
        entities
            .createQuery(
                "SELECT v FROM ContractVersion v, Contract c"
                    + " WHERE c.id IN :ids AND v.contractId = c.id AND v.number = c.version",
                ContractVersion.class)
            .setParameter("ids", contracts.stream().map(contract -> contract.id().value()).toList())
            .getResultStream()
            .collect(Collectors.toMap(ContractVersion::contractId, Function.identity()));
    return contracts.stream()
        .map(contract -> new ContractView(contract, versions.get(contract.id().value())))
        .toList();
  }

  private static Conditions matching(Filter filter) {
    Conditions conditions = new Conditions(new ArrayList<>(), new LinkedHashMap<>());
    filter.status().ifPresent(status -> conditions.add("c.status = :status", "status", status));
    filter.type().ifPresent(type -> conditions.add("c.type = :type", "type", type));
    filter.createdAfter().ifPresent(time -> conditions.add("c.createdAt > :createdAfter", "createdAfter", time));
    filter
        .phone()
        .ifPresent(
            phone ->
                conditions.add(
                    "c.id IN (SELECT p.contract.id FROM Party p WHERE p.phone = :phone)", "phone", phone.e164()));
    return conditions;
  }

  private record Conditions(List<String> clauses, Map<String, Object> values) {

    void add(String clause, String name, Object value) {
      clauses.add(clause);
      values.put(name, value);
    }

    Conditions after(Position last) {
      Conditions both = new Conditions(new ArrayList<>(clauses), new LinkedHashMap<>(values));
      // The first half alone lets the database start at the right place of the index.
      both.add("c.createdAt <= :lastTime", "lastTime", last.createdAt());
      both.add("(c.createdAt < :lastTime OR c.id < :lastId)", "lastId", last.id());
      return both;
    }

    String where() {
      return clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
    }

    <T> TypedQuery<T> apply(TypedQuery<T> query) {
      values.forEach(query::setParameter);
      return query;
    }
  }
}
