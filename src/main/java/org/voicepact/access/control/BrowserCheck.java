package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.voicepact.access.entity.ForeignPage;
import org.voicepact.access.entity.Origin;

/**
 * Keeps pages of other sites from changing anything with what their visitors may reach. CORS alone does not: a
 * browser sends a form first and only hides the answer. Callers that are no browsers send none of these headers.
 */
@Singleton
public class BrowserCheck {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String CROSS_SITE = "cross-site";

  private final CrossOriginPolicy policy;

  @Inject
  public BrowserCheck(CrossOriginPolicy policy) {
    this.policy = policy;
  }

  /**
   * @param origins the values of {@code Origin}; a browser sends one or none
   * @param fetchSites the values of {@code Sec-Fetch-Site}, likewise
   * @param host the value of {@code Host}
   * @throws ForeignPage where a browser wants to change something for a page that is neither our own nor listed
   */
  public void check(String method, List<String> origins, List<String> fetchSites, String host) {
    if (READING.contains(method)) {
      return;
    }
    boolean crossSite =
        fetchSites.stream().anyMatch(site -> site.strip().equalsIgnoreCase(CROSS_SITE));
    boolean allowed = origins.isEmpty()
        ? !crossSite
        : origins.size() == 1 && mayChange(origins.get(0).strip(), crossSite, host);
    if (!allowed) {
      throw new ForeignPage();
    }
  }

  /** What the browser calls cross-site is not our own, whatever the names say: our page by HTTP is foreign to us by HTTPS. */
  private boolean mayChange(String origin, boolean crossSite, String host) {
    return policy.isListed(origin)
        || !crossSite
            && Origin.parse(origin).filter(own -> own.isServedBy(host)).isPresent();
  }
}
