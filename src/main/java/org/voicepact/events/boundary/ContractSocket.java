package org.voicepact.events.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.voicepact.access.boundary.StandingCaller;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.FollowedContracts;
import org.voicepact.contract.control.FollowedContracts.Followed;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.events.control.Listener;
import org.voicepact.events.control.Listeners;
import org.voicepact.events.entity.NoMoreListeners;
import org.voicepact.platform.entity.Json;

/**
 * The same events over WebSocket, and answers to {@code ping} and {@code contract_status}. The container makes one for each
 * connection and calls it once at a time. What is sent while nobody is connected does not come later: for that there are
 * server-sent events.
 */
@ServerEndpoint("/api/v1/ws/{client_id}")
public class ContractSocket {

  private static final Logger LOG = Logger.getLogger(ContractSocket.class.getName());
  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int LONGEST_MESSAGE = 1024;
  private static final int MOST_IN_A_MINUTE = 120;

  private final Listeners listeners;
  private final FollowedContracts contracts;
  private final Clock clock;

  private Listener listener;
  private SocketLine line;
  private Instant minute = Instant.MIN;
  private int messages;

  /** For the container, which asks for one although CDI makes the instances. */
  public ContractSocket() {
    this(null, null, null);
  }

  @Inject
  public ContractSocket(Listeners listeners, FollowedContracts contracts, Clock clock) {
    this.listeners = listeners;
    this.contracts = contracts;
    this.clock = clock;
  }

  @OnOpen
  public void open(Session session, @PathParam("client_id") String client) throws IOException {
    session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
    session.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
    StandingCaller standing = StandingCaller.of(session.getUserPrincipal());
    if (!CLIENT.matcher(client).matches() || standing.caller().roles().isEmpty()) {
      session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "not allowed"));
      return;
    }
    line = new SocketLine(session);
    try {
      listener = listeners.add(line, standing.caller(), standing.again(), Optional.empty());
      listener.begin();
    } catch (NoMoreListeners full) {
      session.close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, "too many connections"));
    }
  }

  @OnMessage
  public void message(Session session, String text) throws IOException {
    if (listener == null) {
      return;
    }
    if (isTooMuch()) {
      session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "too many messages"));
      return;
    }
    ObjectNode answer = answer(text);
    listener.offer(() -> line.text(Json.write(answer)));
  }

  private boolean isTooMuch() {
    Instant now = clock.instant();
    if (now.isAfter(minute.plusSeconds(60))) {
      minute = now;
      messages = 0;
    }
    messages++;
    return messages > MOST_IN_A_MINUTE;
  }

  private ObjectNode answer(String text) {
    try {
      JsonNode message = Json.mapper().readTree(text);
      return switch (message.path("type").asText()) {
        case "ping" -> message("pong");
        case "contract_status" -> status(message.path("contract_id").asText());
        default -> error("type must be ping or contract_status");
      };
    } catch (JsonProcessingException e) {
      return error("The message is not well-formed JSON");
    }
  }

  /** Answers, and from now on tells of each change, too. */
  private ObjectNode status(String text) {
    Optional<ContractId> id = ContractId.parse(text);
    Optional<Followed> contract = id.map(ContractId::value)
        .flatMap(value -> Optional.ofNullable(contracts.of(List.of(value)).get(value)));
    if (contract.isEmpty() || !maySee(contract.get())) {
      return error("There is no such contract");
    }
    if (!listener.follow(id.get().value())) {
      return error("This connection follows as many contracts as it may");
    }
    return message("contract_status")
        .put("contract_id", id.get().value())
        .put("status", contract.get().status().wire());
  }

  private boolean maySee(Followed contract) {
    Caller caller = listener.caller();
    return caller.phone().isPresent()
        ? contract.parties().contains(caller.phone().get())
        : caller.may(Roles.READ) || caller.may(Roles.PROGRESS);
  }

  private static ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode error(String detail) {
    return message("error").put("detail", detail);
  }

  @OnClose
  public void close() {
    if (listener != null) {
      listeners.remove(listener);
    }
  }

  @OnError
  public void error(Throwable failure) {
    LOG.log(Level.FINE, "a connection broke", failure);
  }
}
