package org.voicepact.console.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.OperatorSession;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.WireValue;

/** Makes the pages of the console: what all have in common, and the headers under which a browser shows them. */
@Singleton
public class Pages {

  /** Nothing of another host, nothing inline: what somebody wrote into a text never becomes a program. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final Templates templates;
  private final CurrentCaller current;
  private final OperatorSession session;
  private final HttpServletRequest request;
  private final Environment environment;

  @Inject
  public Pages(
      Templates templates,
      CurrentCaller current,
      OperatorSession session,
      HttpServletRequest request,
      Environment environment) {
    this.templates = templates;
    this.current = current;
    this.session = session;
    this.request = request;
    this.environment = environment;
  }

  /**
   * @param template by its name
   * @param section that the navigation marks as the present one; empty where it is none of them
   */
  Page page(String template, String section) {
    Language language = language();
    Map<String, Object> common = new HashMap<>(new Wording(language).functions());
    common.put("language", language.wire());
    common.put("section", section);
    common.put("me", me(current.get()));
    common.put("csrf", session.csrfToken());
    common.put("assets", assets());
    common.put("has_documentation", !environment.isProduction());
    done().ifPresent(key -> common.put("done", key));
    return new Page(template, common, page -> finish(page, language));
  }

  private Response finish(Page page, Language language) {
    return Response.status(page.status())
        .type(HTML)
        // As bytes: RESTEasy escapes a text once more where the status is 400.
        .entity(templates.fill(page.template(), page.values()).getBytes(StandardCharsets.UTF_8))
        .header("Content-Security-Policy", POLICY)
        .header("X-Robots-Tag", "noindex")
        // Without a referrer a browser calls the origin of our own forms null, and they would be
        // taken for another site's.
        .header("Referrer-Policy", "same-origin")
        .header(HttpHeaders.CONTENT_LANGUAGE, language.wire())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  /** That of the operator; else what the browser asks for. */
  Language language() {
    return session.operator().map(OperatorProfile::language).orElseGet(this::accepted);
  }

  private Language accepted() {
    return AcceptedLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse(Language.EN);
  }

  private Map<String, Object> me(Caller caller) {
    Map<String, Object> me = new HashMap<>();
    me.put("known", !caller.isAnonymous());
    me.put("name", session.operator().map(OperatorProfile::displayName).orElse(caller.id()));
    me.put("is_operator", caller.may(Roles.OPERATOR));
    me.put("may_write", caller.may(Roles.WRITE));
    me.put("may_resolve", caller.may(Roles.RESOLVE) || caller.may(Roles.ADMIN));
    me.put("may_cancel", caller.isOffice());
    me.put("may_messages", caller.may(Roles.MESSAGES) || caller.may(Roles.ADMIN));
    me.put("may_admin", caller.may(Roles.ADMIN));
    return me;
  }

  private static Map<String, Object> assets() {
    return Arrays.stream(Asset.values())
        .collect(Collectors.toMap(
            asset -> asset.name().toLowerCase(java.util.Locale.ROOT), Asset::address));
  }

  /** What the form before has done, named by the address that it led to; only what the catalogue has a text for. */
  private Optional<String> done() {
    return Optional.ofNullable(request.getParameter("done"))
        .filter(name -> name.matches("[a-z-]{1,30}"))
        .map(name -> "done." + name)
        .filter(new Wording(language())::has);
  }

  /**
   * After a form has done its work: the page that shows it, by GET, so that to load it again does not repeat the act.
   *
   * @param done what was done, by its name in the catalogue
   */
  static Response seeOther(String path, String done) {
    return seeOther(path + (path.contains("?") ? "&" : "?") + "done=" + done);
  }

  /** By path alone, because the Host header that a whole address would be made of is the caller's. */
  static Response seeOther(String path) {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, path)
        .build();
  }

  static List<String> languages() {
    return WireValue.all(Language.class);
  }
}
