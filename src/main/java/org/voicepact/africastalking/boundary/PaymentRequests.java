package org.voicepact.africastalking.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.africastalking.control.PaymentsSettings;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.platform.entity.Json;

/** What is sent to the provider's payments. */
@Singleton
public class PaymentRequests {

  /** Under which our number of an instruction goes with it and comes back. */
  static final String INSTRUCTION = "instruction";

  private final PaymentsSettings settings;

  @Inject
  public PaymentRequests(PaymentsSettings settings) {
    this.settings = settings;
  }

  JsonNode checkout(Instruction instruction) {
    return ofProduct().setAll(money(instruction));
  }

  JsonNode payOut(Instruction instruction) {
    ObjectNode request = ofProduct();
    request
        .putArray("recipients")
        .addObject()
        .put("reason", "BusinessPayment")
        .setAll(money(instruction));
    return request;
  }

  private ObjectNode ofProduct() {
    return Json.mapper()
        .createObjectNode()
        .put("username", settings.username())
        .put("productName", settings.product());
  }

  private static ObjectNode money(Instruction instruction) {
    ObjectNode money = Json.mapper()
        .createObjectNode()
        .put("phoneNumber", instruction.phone().e164())
        .put("currencyCode", instruction.amount().currency().getCurrencyCode())
        .put("amount", instruction.amount().amount());
    money
        .putObject("metadata")
        .put(INSTRUCTION, instruction.id())
        .put("contract", instruction.contractId());
    return money;
  }
}
