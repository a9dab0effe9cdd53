package org.voicepact.daraja.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.voicepact.daraja.control.CollectionSettings;
import org.voicepact.daraja.control.DarajaSettings;
import org.voicepact.daraja.control.PayoutSettings;
import org.voicepact.payment.control.MobileMoney;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.ProviderReply.Lost;
import org.voicepact.payment.entity.ProviderReply.NotCalled;
import org.voicepact.payment.entity.ProviderReply.Refused;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Standing.NoAnswer;
import org.voicepact.platform.boundary.FailedCall;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** Moves money by Safaricom's M-Pesa. */
@Singleton
public class DarajaMoney implements MobileMoney {

  private static final String CURRENCY = "KES";

  /** Of a payment to a person. Less could be asked for, but would neither go to the seller nor back to the buyer. */
  private static final BigDecimal SMALLEST = BigDecimal.TEN;

  /** Of one transaction, since 2023. */
  private static final BigDecimal LARGEST = new BigDecimal(250_000);

  private final CallingDaraja provider;
  private final DarajaRequests requests;
  private final boolean isReal;
  private final List<String> faults;

  @Inject
  public DarajaMoney(
      CallingDaraja provider,
      DarajaRequests requests,
      DarajaSettings settings,
      CollectionSettings collection,
      PayoutSettings payout) {
    this.provider = provider;
    this.requests = requests;
    this.isReal = !settings.isSandbox();
    this.faults = Stream.of(settings.faults(), collection.faults(), payout.faults())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String name() {
    return "daraja";
  }

  @Override
  public boolean isReal() {
    return isReal;
  }

  /** What it says of a prompt has no number but its own. */
  @Override
  public boolean answersNameOrder(Direction direction) {
    return direction == Direction.PAYOUT;
  }

  @Override
  public List<String> faults() {
    return faults;
  }

  @Override
  public Optional<String> whyNot(Money amount) {
    if (!amount.currency().getCurrencyCode().equals(CURRENCY)) {
      return Optional.of("M-Pesa carries " + CURRENCY + " alone");
    }
    if (amount.amount().stripTrailingZeros().scale() > 0) {
      return Optional.of("M-Pesa carries whole shillings alone");
    }
    return amount.amount().compareTo(SMALLEST) < 0 || amount.amount().compareTo(LARGEST) > 0
        ? Optional.of(
            "M-Pesa carries " + SMALLEST + " to " + LARGEST + " " + CURRENCY + " at a time")
        : Optional.empty();
  }

  @Override
  public ProviderReply collect(Instruction instruction) {
    return whyNot(instruction)
        .<ProviderReply>map(Refused::new)
        .orElseGet(
            () -> told(Operation.PROMPT, requests.prompt(instruction), DarajaAnswer::toPrompt));
  }

  @Override
  public ProviderReply payOut(Instruction instruction) {
    return whyNot(instruction)
        .<ProviderReply>map(Refused::new)
        .orElseGet(
            () -> told(Operation.PAYMENT, requests.payment(instruction), DarajaAnswer::toPayment));
  }

  @Override
  public Optional<String> whyNot(PhoneNumber phone) {
    return KenyanNumber.is(phone)
        ? Optional.empty()
        : Optional.of("M-Pesa serves mobile numbers of Kenya alone");
  }

  private Optional<String> whyNot(Instruction instruction) {
    return whyNot(instruction.amount()).or(() -> whyNot(instruction.phone()));
  }

  private ProviderReply told(
      Operation operation, JsonNode request, Function<RawAnswer, ProviderReply> reading) {
    try {
      return reading.apply(provider.call(operation, request));
    } catch (NoToken e) {
      return new NotCalled(e.getMessage());
    } catch (RuntimeException e) {
      FailedCall failed = FailedCall.of(e);
      return failed.hasPerhapsArrived()
          ? new Lost(failed.reason())
          : new NotCalled(failed.reason());
    }
  }

  @Override
  public Standing ask(
      Instruction instruction, Direction direction, Optional<String> providerReference) {
    if (direction == Direction.PAYOUT) {
      return asked(Operation.STATUS, requests.status(instruction), DarajaAnswer::toStatus);
    }
    // The notice brings the reference, where the answer that had it was lost.
    return providerReference
        .map(reference -> asked(
            Operation.PROMPT_QUERY, requests.promptQuery(reference), DarajaAnswer::toPromptQuery))
        .orElseGet(
            () -> new NoAnswer("the provider has not said by which number it knows the request"));
  }

  private Standing asked(
      Operation operation, JsonNode request, Function<RawAnswer, Standing> reading) {
    try {
      return reading.apply(provider.call(operation, request));
    } catch (NoToken e) {
      return new NoAnswer(e.getMessage());
    } catch (RuntimeException e) {
      return new NoAnswer(FailedCall.of(e).reason());
    }
  }

  @Override
  public Optional<ProviderNotice> read(JsonNode notice) {
    return DarajaNotice.read(notice);
  }
}
