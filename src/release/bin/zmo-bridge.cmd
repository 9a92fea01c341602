@echo off
rem zmo-bridge COMMAND: the bridge of the directory above this one; --home DIR for the configuration and routes of another.
rem Needs Java 17: the one in JAVA_HOME, or else the one on the PATH. JAVA_FLAGS replaces the options of the JVM.
setlocal

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME where java >nul 2>nul || (
  echo zmo-bridge needs Java 17 or newer: install it, or set JAVA_HOME. 1>&2
  exit /b 1
)

rem When memory runs out, end: whoever supervises the process starts it again.
if not defined JAVA_FLAGS set "JAVA_FLAGS=-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8"

rem "%%~dp0.." ends without a backslash, which before a quote would escape it
set HOME_OPTION=--home "%~dp0.."
for %%a in (%*) do if "%%~a"=="--home" set HOME_OPTION=

"%JAVA%" %JAVA_FLAGS% -jar "%~dp0..\zmo-bridge.jar" %* %HOME_OPTION%
exit /b %ERRORLEVEL%
