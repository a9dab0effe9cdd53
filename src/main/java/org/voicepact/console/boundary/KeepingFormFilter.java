package org.voicepact.console.boundary;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * Remembers, while a request lasts, what was typed into a form of the console, so that whoever refuses it can give it back.
 * It comes before all that asks who somebody is, and after the look at the page's origin: what another site sends is
 * never shown as if the reader had typed it, also where the site may call the API.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 50)
public class KeepingFormFilter implements ContainerRequestFilter {

  @Context
  private ResourceInfo resource;

  @Context
  private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!request.getMethod().equals(HttpMethod.POST)
        || !ConsolePath.is(request)
        || !isForm(request.getMediaType())) {
      return;
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    List<KeptForm.Field> fields = KeptForm.fields(body);
    if (takesForm(resource.getResourceMethod())) {
      if (isForeign(request)) {
        return;
      }
      KeptForm.of(ConsolePath.of(request), fields)
          .ifPresent(form -> KeptFormPage.keep(servletRequest, form));
    } else if (fields.stream().anyMatch(field -> field.name().equals(KeptForm.REVIEW))) {
      // What has no fields cannot be shown with them, and must not be done in place of that.
      request.abortWith(Pages.seeOther(ConsolePath.pageOf(ConsolePath.of(request))));
    }
  }

  /** A button alone says all in its address; what a form of ours says goes through {@link Forms}. */
  static boolean takesForm(Method method) {
    return method
            .getDeclaringClass()
            .getPackageName()
            .equals(KeepingFormFilter.class.getPackageName())
        && Arrays.asList(method.getParameterTypes()).contains(MultivaluedMap.class);
  }

  /** Where the browser is too old to say, the request's origin was compared with this server's before. */
  private static boolean isForeign(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin");
  }

  private static boolean isForm(MediaType type) {
    return type != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
  }
}
