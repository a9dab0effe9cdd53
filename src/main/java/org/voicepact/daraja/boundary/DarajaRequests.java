package org.voicepact.daraja.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.voicepact.daraja.control.CollectionSettings;
import org.voicepact.daraja.control.PayoutSettings;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.platform.entity.Json;

/** What is sent to the provider. All of it is text, numbers as well, as in the provider's own examples. */
@Singleton
public class DarajaRequests {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Africa/Nairobi"));

  /** Of an account's number on the phone; one longer is cut by the provider or refused. */
  private static final int REFERENCE_LENGTH = 12;

  /** The kind of organisation that the account belongs to: one with a shortcode. */
  private static final String SHORTCODE = "4";

  private final CollectionSettings collection;
  private final PayoutSettings payout;
  private final Clock clock;

  @Inject
  public DarajaRequests(CollectionSettings collection, PayoutSettings payout, Clock clock) {
    this.collection = collection;
    this.payout = payout;
    this.clock = clock;
  }

  JsonNode prompt(Instruction instruction) {
    String phone = KenyanNumber.of(instruction.phone());
    return signed()
        .put("TransactionType", "CustomerPayBillOnline")
        .put("Amount", shillings(instruction))
        .put("PartyA", phone)
        .put("PartyB", collection.shortcode())
        .put("PhoneNumber", phone)
        .put("CallBackURL", instruction.callback().toString())
        .put("AccountReference", reference(instruction))
        .put("TransactionDesc", reference(instruction));
  }

  /**
   * @param checkoutRequestId by which the provider knows the prompt
   */
  JsonNode promptQuery(String checkoutRequestId) {
    return signed().put("CheckoutRequestID", checkoutRequestId);
  }

  JsonNode payment(Instruction instruction) {
    return callingBack(instruction)
        .put("OriginatorConversationID", instruction.id())
        .put("InitiatorName", payout.initiator())
        .put("CommandID", "BusinessPayment")
        .put("Amount", shillings(instruction))
        .put("PartyA", payout.shortcode())
        .put("PartyB", KenyanNumber.of(instruction.phone()))
        .put("Remarks", instruction.contractId())
        // So the provider spells it.
        .put("Occassion", reference(instruction));
  }

  /** Asks for a payment by the number that we gave it; the provider's own is not needed. */
  JsonNode status(Instruction instruction) {
    return callingBack(instruction)
        .put("OriginalConversationID", instruction.id())
        .put("Initiator", payout.initiator())
        .put("CommandID", "TransactionStatusQuery")
        .put("PartyA", payout.shortcode())
        .put("IdentifierType", SHORTCODE)
        .put("Remarks", instruction.contractId())
        .put("Occasion", reference(instruction));
  }

  private ObjectNode signed() {
    String timestamp = TIMESTAMP.format(clock.instant());
    return Json.mapper()
        .createObjectNode()
        .put("BusinessShortCode", collection.shortcode())
        .put("Password", collection.password(timestamp))
        .put("Timestamp", timestamp);
  }

  private ObjectNode callingBack(Instruction instruction) {
    String callback = instruction.callback().toString();
    return Json.mapper()
        .createObjectNode()
        .put("SecurityCredential", payout.securityCredential())
        .put("QueueTimeOutURL", callback)
        .put("ResultURL", callback);
  }

  private static String shillings(Instruction instruction) {
    return instruction.amount().amount().toBigIntegerExact().toString();
  }

  /** {@code AG2026000123}: the contract's number, as far as there is room for it. */
  private static String reference(Instruction instruction) {
    String plain = instruction.contractId().replace("-", "");
    return plain.substring(Math.max(0, plain.length() - REFERENCE_LENGTH));
  }
}
