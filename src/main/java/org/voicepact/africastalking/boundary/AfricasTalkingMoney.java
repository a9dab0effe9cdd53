package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.africastalking.boundary.CallingPayments.Order;
import org.voicepact.africastalking.control.PaymentsSettings;
import org.voicepact.payment.control.MobileMoney;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.ProviderReply.Lost;
import org.voicepact.payment.entity.ProviderReply.NotCalled;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Standing.NoAnswer;
import org.voicepact.platform.boundary.FailedCall;
import org.voicepact.platform.boundary.RawAnswer;
import org.voicepact.platform.entity.Money;

/**
 * Moves money by the older payments of Africa's Talking. It has no address of its own for each instruction's notice: the
 * notices come to the address that is set for the product.
 */
@Singleton
public class AfricasTalkingMoney implements MobileMoney {

  private final CallingPayments provider;
  private final PaymentRequests requests;
  private final PaymentsSettings settings;

  @Inject
  public AfricasTalkingMoney(
      CallingPayments provider, PaymentRequests requests, PaymentsSettings settings) {
    this.provider = provider;
    this.requests = requests;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "africastalking";
  }

  @Override
  public boolean isReal() {
    return settings.isReal();
  }

  @Override
  public List<String> faults() {
    return settings.faults();
  }

  /** Which currencies and amounts it carries is the account's affair; it refuses the others. */
  @Override
  public Optional<String> whyNot(Money amount) {
    return Optional.empty();
  }

  @Override
  public ProviderReply collect(Instruction instruction) {
    return told(Order.CHECKOUT, requests.checkout(instruction), PaymentAnswer::toCheckout);
  }

  @Override
  public ProviderReply payOut(Instruction instruction) {
    return told(Order.PAYOUT, requests.payOut(instruction), PaymentAnswer::toPayOut);
  }

  private ProviderReply told(
      Order order, JsonNode request, Function<RawAnswer, ProviderReply> reading) {
    try {
      return reading.apply(provider.tell(order, request));
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
    // The notice brings the reference, where the answer that had it was lost.
    return providerReference
        .map(reference -> found(reference, instruction.id()))
        .orElseGet(
            () -> new NoAnswer("the provider has not said by which number it knows the request"));
  }

  private Standing found(String transactionId, String instructionId) {
    try {
      return PaymentAnswer.toFound(provider.find(transactionId), instructionId);
    } catch (RuntimeException e) {
      return new NoAnswer(FailedCall.of(e).reason());
    }
  }

  @Override
  public Optional<ProviderNotice> read(JsonNode notice) {
    return PaymentNotice.read(notice);
  }
}
