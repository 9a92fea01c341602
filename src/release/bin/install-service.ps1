#Requires -RunAsAdministrator
# Makes the bridge of the directory above this one a task of Windows that starts with the computer, whoever is signed in. Run it in a
# PowerShell of an administrator, after "bin\zmo-bridge.cmd init", and again after an upgrade:
#   powershell -ExecutionPolicy Bypass -File bin\install-service.ps1            (with -Remove: ends and removes the task; all files stay)
param([switch]$Remove, [switch]$Help, [Parameter(ValueFromRemainingArguments)][string[]]$Unknown)
$ErrorActionPreference = 'Stop'
$task = 'ZMO Bridge'
$bridge = Split-Path -Parent $PSScriptRoot

if ($Help -or $Unknown) {
  $asked = $Help -or $Unknown[0] -in '--help', '-h', '/?'
  if (-not $asked) { Write-Output "Unknown: $Unknown" }
  Write-Output 'Usage: install-service.ps1 [-Remove]   (as administrator, after bin\zmo-bridge.cmd init and again after an upgrade)'
  exit $(if ($asked) { 0 } else { 2 })
}

$present = Get-ScheduledTask -TaskName $task -ErrorAction SilentlyContinue
if ($present) {
  Stop-ScheduledTask -TaskName $task
  Unregister-ScheduledTask -TaskName $task -Confirm:$false
}
if ($Remove) {
  Write-Output "The task is removed. The files of $bridge are left: config, data and backups hold orders and secrets."
  exit 0
}

$file = "$bridge\config\application.properties"
$filled = (Test-Path $file) -and (Select-String -Quiet -Path $file -Pattern '^\s*shoper\.url\s*[=:\s]\s*\S')
if (-not $filled -and -not (Test-Path "$bridge\config\shops\*.properties")) {
  throw "$file is missing or not filled in yet: run bin\zmo-bridge.cmd init first."
}
$java = if ($env:JAVA_HOME) { "$env:JAVA_HOME\bin\java.exe" } else { (Get-Command java.exe).Source }

# Program, routes and configuration are code: the service (S-1-5-19, LOCAL SERVICE) reads them and writes three directories alone.
# Besides it only the system, administrators and you get in.
$you = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
icacls $bridge /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "*${you}:(OI)(CI)F" '*S-1-5-19:(OI)(CI)RX' | Out-Null
foreach ($own in 'data', 'backups', 'logs') {
  New-Item -ItemType Directory -Force "$bridge\$own" | Out-Null
  icacls "$bridge\$own" /grant '*S-1-5-19:(OI)(CI)M' | Out-Null
}

# When memory runs out, the bridge ends, and the task starts it again.
$flags = '-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8'
$action = New-ScheduledTaskAction -Execute $java -Argument "$flags -jar zmo-bridge.jar run" -WorkingDirectory $bridge
$trigger = New-ScheduledTaskTrigger -AtStartup
$principal = New-ScheduledTaskPrincipal -UserId 'LOCALSERVICE' -LogonType ServiceAccount
$settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit ([TimeSpan]::Zero) -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
  -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -MultipleInstances IgnoreNew
Register-ScheduledTask -TaskName $task -Action $action -Trigger $trigger -Principal $principal -Settings $settings | Out-Null
Start-ScheduledTask -TaskName $task
Write-Output "The bridge runs as the task '$task'. Its log: $bridge\logs. Console: http://127.0.0.1:8080/"
