# An image of VoicePact. Build the server first, the image takes what the build left in target/package:
#
#   mvn package
#   docker build -t voicepact .
#
# The "full" image of Open Liberty has every feature, so no feature repository is needed while the image is
# built; "kernel-slim" is smaller, but installs the features of server.xml from a repository. The version is
# that of openliberty.version in pom.xml. The registry keeps only the newest versions: where this one is gone,
# name another with --build-arg LIBERTY=...
ARG LIBERTY=icr.io/appcafe/open-liberty:26.0.0.3-full-java17-openj9-ubi-minimal
FROM ${LIBERTY}

# /config is the image's link to the folder of defaultServer, /opt/ol/wlp/usr/servers/defaultServer. The folder
# environment/ and bootstrap.properties belong to server.xml and come with it.
COPY --chown=1001:0 target/package/usr/servers/defaultServer/ /config/

# The database and the keys that the server makes. Group 0 may write, too, for hosts that choose the user id.
USER root
RUN mkdir /data && chown 1001:0 /data && chmod 770 /data
USER 1001
VOLUME /data

# In a container localhost is the container itself, so the server listens on every address of it.
ENV HTTP_HOST=* \
    HTTP_PORT=8000 \
    DATA_DIR=/data
EXPOSE 8000
# HTTPS by the server itself: set HTTPS_PORT, TLS_KEYSTORE (a file that is mounted, readable by the user 1001) and
# TLS_KEYSTORE_PASSWORD, and publish that port. The health check below needs the plain port to stay open.

# ubi-minimal has curl; the image itself was built with it. 200 means: started, and the database answers.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD curl --fail --silent --output /dev/null "http://localhost:${HTTP_PORT}/health/ready"
