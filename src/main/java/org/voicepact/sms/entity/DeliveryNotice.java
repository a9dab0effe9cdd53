package org.voicepact.sms.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a gateway tells of the delivery of a message, in the words of Africa's Talking. A word that could be anything
 * but a word is {@link #UNREADABLE}, so that nobody can bring text into the tables.
 *
 * @param gatewayId the gateway's id of the message
 * @param reason why it was not delivered
 * @param network the code of the mobile network (MCC and MNC), as {@code 63902}
 */
public record DeliveryNotice(
    String gatewayId, String status, Optional<String> reason, Optional<String> network) {

  /** How the way of a message ends. */
  public enum End {
    DELIVERED,
    NOT_DELIVERED
  }

  static final String UNREADABLE = "unreadable";

  private static final Map<String, End> ENDS = Map.of(
      "success", End.DELIVERED,
      "failed", End.NOT_DELIVERED,
      "rejected", End.NOT_DELIVERED,
      "absentsubscriber", End.NOT_DELIVERED,
      "expired", End.NOT_DELIVERED);

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,40}");
  private static final Pattern NETWORK = Pattern.compile("[0-9]{3,20}");

  /** The provider writes the first, others who pass its reports on the second. */
  private static final String MISSPELT = "NotNetworkSubcriber";

  private static final String SPELT = "NotNetworkSubscriber";

  public DeliveryNotice {
    status = WORD.matcher(status).matches() ? status : UNREADABLE;
    reason = reason
        .map(word -> WORD.matcher(word).matches() ? word : UNREADABLE)
        .map(word -> word.equalsIgnoreCase(MISSPELT) ? SPELT : word);
    network = network.filter(code -> NETWORK.matcher(code).matches());
  }

  static Optional<End> end(String status) {
    return Optional.ofNullable(ENDS.get(status.toLowerCase(Locale.ROOT)));
  }
}
