package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.voicepact.platform.control.PhoneCountries;
import org.voicepact.platform.entity.Weeks;

/** Figures about messages: how many of those that left have arrived. They name nobody. */
@Singleton
public class MessageReports {

  /** A message whose person is forgotten has no number, and is counted as one of no country. */
  private static final String LEFT = "SELECT t.beginning, t.network, t.status, COUNT(*) FROM"
      + " (SELECT COALESCE(SUBSTRING(m.phone FROM 1 FOR " + PhoneCountries.LONGEST_BEGINNING
      + "), '') AS beginning, COALESCE((SELECT MAX(r.network) FROM delivery_report r"
      + " WHERE r.message_id = m.id), '') AS network, m.status AS status"
      + " FROM outbound_message m WHERE m.created_at >= ?1"
      + " AND m.status IN ('ACCEPTED', 'DELIVERED', 'FAILED', 'UNKNOWN')) t"
      + " GROUP BY t.beginning, t.network, t.status";

  private static final String DELIVERED = "DELIVERED";
  private static final String FAILED = "FAILED";

  private final EntityManager entities;

  @Inject
  public MessageReports(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What became of the messages to a network.
   *
   * @param country ISO 3166 code; empty where it is not known
   * @param network as delivery reports name it; empty where none did
   * @param left all that left, or may have
   * @param delivered those of which a report says that the phone has them
   */
  public record Network(String country, String network, long left, long delivered, long failed) {

    private Network and(Network other) {
      return new Network(
          country, network, left + other.left, delivered + other.delivered, failed + other.failed);
    }
  }

  /** Those with most messages first. */
  @Transactional
  public List<Network> networks(Weeks weeks) {
    List<?> rows = entities
        .createNativeQuery(LEFT)
        .setParameter(1, Timestamp.from(weeks.start()))
        .getResultList();
    Map<String, Network> found = new TreeMap<>();
    for (Object each : rows) {
      Network network = network((Object[]) each);
      found.merge(network.country() + " " + network.network(), network, Network::and);
    }
    return found.values().stream()
        .sorted(Comparator.comparing(Network::left).reversed())
        .toList();
  }

  private static Network network(Object[] row) {
    String beginning = (String) row[0];
    String status = (String) row[2];
    long count = ((Number) row[3]).longValue();
    return new Network(
        beginning.isEmpty() ? "" : PhoneCountries.of(beginning).orElse(""),
        (String) row[1],
        count,
        status.equals(DELIVERED) ? count : 0,
        status.equals(FAILED) ? count : 0);
  }
}
