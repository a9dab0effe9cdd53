package org.voicepact.payment.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.payment.entity.Carrier;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** The provider that {@code PAYMENT_PROVIDER} names, and those that were named before and are still asked. */
@Singleton
public class ChosenProvider implements Configured {

  static final String NONE = "none";

  private static final Logger LOG = Logger.getLogger(ChosenProvider.class.getName());
  private static final String SETTING = "PAYMENT_PROVIDER";

  private final Instance<MobileMoney> providers;
  private final Optional<MobileMoney> chosen;

  /**
   * @throws IllegalStateException where there is no such provider, or where it cannot work as it is set up
   */
  @Inject
  public ChosenProvider(
      @ConfigProperty(name = SETTING) String name,
      @ConfigProperty(name = "ESCROW") String escrow,
      @Any Instance<MobileMoney> providers,
      Environment environment) {
    this.providers = providers;
    this.chosen = find(name);
    SettingFaults faults = new SettingFaults();
    if (chosen.isEmpty() && !name.equals(NONE)) {
      faults.run(() -> {
        throw new IllegalStateException(SETTING + " must be one of: "
            + Stream.concat(Stream.of(NONE), providers.stream().map(MobileMoney::name))
                .sorted()
                .collect(Collectors.joining(", ")));
      });
    }
    if (name.equals(SimulatedMoney.NAME) && environment.isProduction()) {
      faults.run(() -> {
        throw new IllegalStateException(SETTING + " must not be " + name
            + " when ENVIRONMENT is production: it moves no money");
      });
    }
    if (name.equals(NONE) && escrow.equals("on")) {
      faults.run(() -> {
        throw new IllegalStateException("ESCROW=on needs a " + SETTING + " other than " + NONE);
      });
    }
    chosen
        .map(MobileMoney::faults)
        .orElse(List.of())
        .forEach(fault -> faults.run(() -> {
          throw new IllegalStateException(fault);
        }));
    faults.check();
  }

  boolean isChosen() {
    return chosen.isPresent();
  }

  String name() {
    return chosen.map(MobileMoney::name).orElse(NONE);
  }

  Carrier carrier() {
    return new Carrier(name(), chosen.map(MobileMoney::isReal).orElse(true));
  }

  /** Why the amount cannot be asked for; empty where it can. */
  Optional<String> whyNot(Money amount) {
    return chosen.isEmpty()
        ? Optional.of("cannot be paid: this installation has no provider of mobile money")
        : chosen.get().whyNot(amount);
  }

  /** Why nobody of this number can pay or be paid; empty where somebody perhaps can. */
  Optional<String> whyNot(PhoneNumber phone) {
    return chosen.flatMap(provider -> provider.whyNot(phone));
  }

  /** Why a part of what is held cannot be paid out; empty where it can, or where no provider would be told. */
  Optional<String> whyNotPart(Money part) {
    return chosen.flatMap(provider -> provider.whyNot(part));
  }

  /** What a provider says has moved; empty where it does not tell that by itself, or is not here. */
  public Optional<Statement> statement(String provider, Instant from, Instant to) {
    return find(provider).flatMap(each -> each.statement(from, to));
  }

  /**
   * The name of a provider that is here; of the chosen one where none is named.
   *
   * @throws InvalidInput where there is none of that name
   */
  public String named(Optional<String> wanted) {
    return wanted
        .map(name -> find(name)
            .map(MobileMoney::name)
            .orElseThrow(() -> new InvalidInput("provider", "must be one of: " + names())))
        .orElseGet(this::name);
  }

  private String names() {
    return providers.stream().map(MobileMoney::name).sorted().collect(Collectors.joining(", "));
  }

  /** One that is here, whether or not it is chosen. */
  Optional<MobileMoney> find(String name) {
    return providers.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** What was ordered of a sandbox is no affair of the live service behind the same name, nor the other way round. */
  private Optional<MobileMoney> find(Carrier carrier) {
    return find(carrier.provider()).filter(each -> each.isReal() == carrier.isReal());
  }

  private static String unknown(ProviderCall call) {
    return "this server does not know the provider " + call.carrier().provider()
        + (call.carrier().isReal() ? "" : " of play money");
  }

  /** What a kept notice says; empty where its provider has no such notice, or its words were cut off or erased. */
  Optional<ProviderNotice> read(StoredNotice stored) {
    try {
      return stored
          .words()
          .flatMap(words -> find(stored.provider()).flatMap(each -> each.read(Json.read(words))));
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, e, () -> "notice " + stored.id() + " cannot be read again");
      return Optional.empty();
    }
  }

  /**
   * Tells an order to its provider.
   *
   * @return what became of it; lost where the provider failed in a way that says nothing
   */
  public ProviderReply tell(ProviderCall call) {
    Optional<MobileMoney> provider = find(call.carrier());
    if (provider.isEmpty()) {
      return new ProviderReply.NotCalled(unknown(call));
    }
    try {
      return call.direction() == Direction.COLLECTION
          ? provider.get().collect(call.instruction())
          : provider.get().payOut(call.instruction());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the provider of mobile money failed in an unexpected way", e);
      return new ProviderReply.Lost(e.getClass().getSimpleName());
    }
  }

  /** Asks what became of an order. */
  public Standing ask(ProviderCall call) {
    Optional<MobileMoney> provider = find(call.carrier());
    if (provider.isEmpty()) {
      return new Standing.NoAnswer(unknown(call));
    }
    try {
      return provider.get().ask(call.instruction(), call.direction(), call.reference());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the provider of mobile money failed in an unexpected way", e);
      return new Standing.NoAnswer(e.getClass().getSimpleName());
    }
  }
}
