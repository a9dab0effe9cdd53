package org.voicepact.access.entity;

/**
 * What a caller may be allowed to do, as the annotations on the resources name it. Each method of a resource
 * has exactly one: {@code PermitAll} for what is public in every mode, or {@code RolesAllowed} with these.
 *
 * <table>
 *   <caption>What opens what</caption>
 *   <tr><th>kind of request</th><th>roles</th><th>anonymous, AUTH_MODE=open</th><th>anonymous, other modes</th></tr>
 *   <tr><td>public: health, keys, webhooks by their own check, signing in</td><td>none</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>progress: a contract's status</td><td>{@link #READ}, {@link #PARTY}, {@link #PROGRESS}</td><td>yes</td><td>401</td></tr>
 *   <tr><td>reading: terms, names, lists, evidence; disclosure by GET</td><td>{@link #READ}, {@link #PARTY}</td><td>with OPEN_READ=full</td><td>401</td></tr>
 *   <tr><td>writing: make a contract; find terms in words</td><td>{@link #WRITE}</td><td>yes</td><td>401</td></tr>
 *   <tr><td>acts in a party's name</td><td>{@link #WRITE}, {@link #PARTY}, and what PARTY_PROOF asks for</td><td>yes</td><td>401</td></tr>
 *   <tr><td>disclosure to a party, by POST</td><td>{@link #READ}, {@link #WRITE}, {@link #PARTY}, and what PARTY_PROOF asks for</td><td>yes</td><td>401</td></tr>
 *   <tr><td>disputes: decide one</td><td>{@link #RESOLVE}, {@link #ADMIN}; {@link #WRITE}, {@link #PARTY} with the mediator's code or token</td><td>yes, with a code</td><td>401</td></tr>
 *   <tr><td>money: ask the buyer to pay</td><td>{@link #WRITE}, {@link #PAYMENTS}, {@link #PARTY}, and what PARTY_PROOF asks for</td><td>yes</td><td>401</td></tr>
 *   <tr><td>money: read</td><td>{@link #READ}, {@link #PAYMENTS}, {@link #PARTY}</td><td>with OPEN_READ=full</td><td>401</td></tr>
 *   <tr><td>money: release and refund by hand</td><td>{@link #ADMIN}; {@link #PARTY} who is the contract's mediator</td><td>401</td><td>401</td></tr>
 *   <tr><td>money: carry out what was decided about a dispute</td><td>{@link #ADMIN}, {@link #RESOLVE}; {@link #PARTY} who is the contract's mediator</td><td>401</td><td>401</td></tr>
 *   <tr><td>events: of all contracts; of payments; of the own</td><td>{@link #READ}; {@link #PAYMENTS}; {@link #PARTY}</td><td>with OPEN_READ=full; by WebSocket of the contracts that are named</td><td>401</td></tr>
 *   <tr><td>messages in the caller's own words</td><td>{@link #SEND}</td><td>401</td><td>401</td></tr>
 *   <tr><td>messages: read what was sent</td><td>{@link #MESSAGES}, {@link #ADMIN}</td><td>401</td><td>401</td></tr>
 *   <tr><td>notes of the office: read; write</td><td>{@link #NOTES_READ}; {@link #NOTES_WRITE}</td><td>401</td><td>401</td></tr>
 *   <tr><td>administration</td><td>{@link #ADMIN}</td><td>401</td><td>401</td></tr>
 *   <tr><td>metrics</td><td>{@link #METRICS}, {@link #ADMIN}</td><td colspan="2">this machine alone, without METRICS_TOKEN outside production; else 401</td></tr>
 *   <tr><td>exchange of a key for a token</td><td>{@link #KEY_HOLDER}</td><td>401</td><td>401</td></tr>
 *   <tr><td>the operator's own account</td><td>{@link #OPERATOR}</td><td>401</td><td>401</td></tr>
 * </table>
 *
 * <p>What an operator has of these, in every mode, says {@link OperatorRole}.
 */
public final class Roles {

  public static final String READ = "contracts:read";
  public static final String WRITE = "contracts:write";
  public static final String PAYMENTS = "payments";
  public static final String ADMIN = "admin";

  /** One who has proved a phone number; sees and answers the contracts of that number alone. */
  public static final String PARTY = "party";

  /** One who may see how far a contract is, but neither names nor terms nor amounts. */
  public static final String PROGRESS = "contracts:progress";

  /** One who may read the metrics of this server. */
  public static final String METRICS = "metrics";

  /** One who has presented an API key, whatever its scopes. */
  public static final String KEY_HOLDER = "key-holder";

  /**
   * One who has presented a credential that is good for {@link #WRITE}. Nobody else may write free texts to any
   * number, in no mode: each costs the operator money, and bears its name.
   */
  public static final String SEND = "messages:send";

  /**
   * One who has presented a credential that is good for {@link #READ}. What the office has noted is its own, also where
   * everybody may read contracts.
   */
  public static final String NOTES_READ = "notes:read";

  /** Likewise for {@link #WRITE}: what is noted bears somebody's name. */
  public static final String NOTES_WRITE = "notes:write";

  /** An operator who may see the messages to the parties, with their numbers. */
  public static final String MESSAGES = "messages:read";

  /** An operator who may decide disputes. */
  public static final String RESOLVE = "disputes:resolve";

  /** Any operator who is signed in. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
