package org.voicepact.daraja.boundary;

import jakarta.ws.rs.core.Response;

/** What the provider can be told and asked. */
public enum Operation {
  PROMPT(Daraja::prompt),
  PROMPT_QUERY(Daraja::promptQuery),
  PAYMENT(Daraja::payment),
  STATUS(Daraja::status);

  private final Call call;

  Operation(Call call) {
    this.call = call;
  }

  Response on(Daraja daraja, String token, String request) {
    return call.of(daraja, "Bearer " + token, request);
  }

  private interface Call {
    Response of(Daraja daraja, String authorization, String request);
  }
}
