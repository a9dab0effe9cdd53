package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.voicepact.africastalking.control.InsightsSettings;
import org.voicepact.payment.control.SimSwapCheck;
import org.voicepact.payment.entity.SimSwap;
import org.voicepact.payment.entity.SimSwapNotice;
import org.voicepact.payment.entity.SimSwapReply;
import org.voicepact.payment.entity.SimSwapReply.AnswersLater;
import org.voicepact.payment.entity.SimSwapReply.NoAnswer;
import org.voicepact.platform.boundary.FailedCall;
import org.voicepact.platform.boundary.ProviderWords;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;

/** Asks the networks through Africa's Talking. It answers by a notice, at the address that is set for the account. */
@Singleton
public class InsightsSimSwap implements SimSwapCheck {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");

  /** The year in which the provider puts a swap that was long ago, or never. */
  private static final int NEVER = 1900;

  private static final int LONGEST_REFERENCE = 100;

  private final CallingInsights provider;
  private final InsightsSettings settings;

  @Inject
  public InsightsSimSwap(CallingInsights provider, InsightsSettings settings) {
    this.provider = provider;
    this.settings = settings;
  }

  @Override
  public List<String> faults() {
    return settings.faults();
  }

  @Override
  public SimSwapReply ask(PhoneNumber phone) {
    ObjectNode request = Json.mapper().createObjectNode().put("username", settings.username());
    request.putArray("phoneNumbers").add(phone.e164());
    try {
      return reply(provider.ask(request));
    } catch (RuntimeException e) {
      return new NoAnswer(FailedCall.of(e).reason());
    }
  }

  static SimSwapReply reply(RawAnswer answer) {
    if (answer.status() / 100 != 2) {
      return new NoAnswer("the provider answered " + answer.status());
    }
    Optional<JsonNode> body = answer.object();
    if (body.isEmpty()) {
      return new NoAnswer("the answer was not the provider’s");
    }
    JsonNode first = body.get().path("responses").path(0);
    return reference(first.path("requestId"))
        .filter(reference -> first.path("status").asText().equals("Queued"))
        .<SimSwapReply>map(AnswersLater::new)
        .orElseGet(() -> new NoAnswer("the provider says "
            + ProviderWords.of(
                first.isMissingNode() ? body.get().path("status") : first.path("status"))));
  }

  @Override
  public Optional<SimSwapNotice> read(JsonNode notice) {
    return reference(notice.path("requestId"))
        .filter(reference -> notice.has("status"))
        .map(reference -> new SimSwapNotice(reference, swap(notice)));
  }

  private static SimSwap swap(JsonNode notice) {
    return switch (notice.path("status").asText()) {
      case "Swapped" -> swapped(notice.path("lastSimSwapDate").asText());
      case "NotSwapped" -> new SimSwap.None();
      default -> new SimSwap.Unknown();
    };
  }

  private static SimSwap swapped(String date) {
    try {
      LocalDate day = LocalDate.parse(date.strip(), DATE);
      // The day ends in UTC when it has ended in the countries of the networks, or not long before.
      return day.getYear() == NEVER
          ? new SimSwap.None()
          : new SimSwap.Found(
              Optional.of(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    } catch (DateTimeException e) {
      return new SimSwap.Found(Optional.empty());
    }
  }

  private static Optional<String> reference(JsonNode value) {
    return Optional.of(value.asText().strip())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_REFERENCE);
  }
}
