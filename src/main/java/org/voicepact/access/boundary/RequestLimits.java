package org.voicepact.access.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.voicepact.access.control.RateLimits;
import org.voicepact.access.entity.Allowance;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Counted;
import org.voicepact.access.entity.LimitReached;
import org.voicepact.access.entity.Limited;
import org.voicepact.platform.boundary.ClientAddress;
import org.voicepact.platform.entity.AddressBlock;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.TooManyRequests;

/**
 * The limits that the present request is under. {@link RateLimitFilter} counts what can be known before the
 * body is read; a resource in whose requests a phone number is named counts that itself,
 * and so does one of whose requests only some are limited.
 */
@Singleton
public class RequestLimits {

  private static final String COUNTED = RequestLimits.class.getName();

  private final RateLimits limits;
  private final CurrentCaller current;
  private final ClientAddress addresses;
  private final HttpServletRequest request;
  private final Event<LimitReached> reached;

  @Inject
  public RequestLimits(
      RateLimits limits,
      CurrentCaller current,
      ClientAddress addresses,
      HttpServletRequest request,
      Event<LimitReached> reached) {
    this.limits = limits;
    this.current = current;
    this.addresses = addresses;
    this.request = request;
    this.reached = reached;
  }

  /**
   * Counts a request in the name of a number, before anything is done that could tell whether the number is
   * known here.
   *
   * @throws TooManyRequests where the limit is reached
   */
  public void countNumber(Limited limited, PhoneNumber named) {
    count(limited, Counted.NUMBER, named::e164);
  }

  /**
   * Counts a request in the name of its caller; one who has shown nothing is known by its address.
   *
   * @throws TooManyRequests where the limit is reached
   */
  public void countCaller(Limited limited) {
    count(limited, Counted.CALLER, this::caller);
  }

  private String caller() {
    Caller caller = current.get();
    return caller.isAnonymous()
        ? address()
        : caller.phone().map(PhoneNumber::e164).orElseGet(() -> caller.kind() + " " + caller.id());
  }

  void countAddress(Limited limited) {
    count(limited, Counted.ADDRESS, this::address);
  }

  void countContract(Limited limited, String id) {
    count(limited, Counted.CONTRACT, () -> id.toUpperCase(Locale.ROOT));
  }

  private String address() {
    return AddressBlock.of(addresses.of(request)).value();
  }

  /** Who it is is not looked up where nothing is counted. */
  private void count(Limited limited, Counted by, Supplier<String> subject) {
    if (limits.limit(limited).isEmpty()) {
      return;
    }
    limits.count(limited, by, subject.get()).ifPresent(allowance -> {
      note(allowance);
      allowance.retryAfter().ifPresent(wait -> {
        reached.fire(new LimitReached(limited));
        throw new TooManyRequests(wait);
      });
    });
  }

  /** What is left of each limit that was counted for this request. */
  @SuppressWarnings("unchecked")
  List<Allowance> counted() {
    List<Allowance> counted = (List<Allowance>) request.getAttribute(COUNTED);
    return counted == null ? List.of() : counted;
  }

  private void note(Allowance allowance) {
    List<Allowance> all = new ArrayList<>(counted());
    all.add(allowance);
    request.setAttribute(COUNTED, all);
  }
}
